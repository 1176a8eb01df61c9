#!/usr/bin/env python3
"""Writes hashes.tsv: hash, tab, password. Asks mkpasswd (Debian package whois, over libxcrypt) and openssl passwd.

usage: make-vectors.py > hashes.tsv
"""
import subprocess

PASSWORDS = ['admin', '', 'a longer pass phrase that is more than sixty-four characters long, to be sure', 'grün42!']
KINDS = [
    ('descrypt', 'ab', None), ('descrypt', 'z/', None), ('md5crypt', 'saltsalt', None), ('md5crypt', 'salt1234', None),
    ('sha256crypt', 'saltsalt1234', None), ('sha256crypt', 'saltsalt1234', 1000), ('sha512crypt', 'abcdefgh', None),
    ('sha512crypt', 'abcdefghijklmnop', 1234), ('bcrypt', None, 5), ('bcrypt-a', None, 4), ('yescrypt', None, 1),
    ('yescrypt', None, 4), ('yescrypt', None, None), ('scrypt', None, None), ('nt', None, None)]


def run(*command, text=''):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.strip()


for password in PASSWORDS:
    for kind, salt, rounds in KINDS:
        command = ['mkpasswd', '-m', kind]
        command += ['-S', salt] if salt else []
        command += ['-R', str(rounds)] if rounds else []
        print(run(*command, '-s', text=password) + '\t' + password)
    print(run('openssl', 'passwd', '-apr1', '-salt', 'abcdefgh', password) + '\t' + password)
