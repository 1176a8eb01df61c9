#!/usr/bin/perl
# The maker's account service, behind its web server: sign-up, login, change, reset and deletion. Accounts live in memory.
#   accounts.pl ADDRESS PORT WORDS MAIL    WORDS: common passwords; MAIL: a file that stands for everybody's mailbox
# Requests are POST /v1/account/ACTION with flat JSON of strings; answers are JSON.
use strict;
use warnings;
use Socket;

my ($address, $port, $words, $mail) = @ARGV;
my (%hash, %code, %wrong);
open my $list, '<', $words or die "$words: $!";
my @common = map { chomp; lc } <$list>;
close $list;

my %action = (
    signup => sub {
        my ($in) = @_;
        return (409, refused => 'there is such an account') if $hash{ $in->{email} };
        my $why = weak($in->{password}, $in->{email});
        return (422, refused => $why) if $why;
        keep($in->{email}, $in->{password});
        return (201, account => 'made');
    },
    login => sub {
        my ($in) = @_;
        return (429, refused => 'too many wrong passwords, wait a quarter of an hour') if ($wrong{ $in->{email} } // 0) >= 10;
        return (401, refused => 'wrong e-mail or password') if !right($in);
        return (200, session => noise());
    },
    password => sub {
        my ($in) = @_;
        return (401, refused => 'wrong e-mail or password') if !right($in);
        return change($in);
    },
    forgotten => sub {
        my ($in) = @_;
        if ($hash{ $in->{email} }) {
            $code{ $in->{email} } = noise();
            letter($in->{email}, "To set a new password, give this code: $code{$in->{email}}");
        }
        return (200, mail => 'sent if there is such an account');
    },
    reset => sub {
        my ($in) = @_;
        my $code = $code{ $in->{email} };
        return (401, refused => 'wrong code') if !$code || $code ne $in->{code};
        return change($in);
    },
    delete => sub {
        my ($in) = @_;
        return (401, refused => 'wrong e-mail or password') if !right($in);
        delete $hash{ $in->{email} };
        delete $code{ $in->{email} };
        letter($in->{email}, 'Your account and its data are deleted.');
        return (200, account => 'deleted');
    },
);

sub change {
    my ($in) = @_;
    my $why = weak($in->{new}, $in->{email});
    return (422, refused => $why) if $why;
    delete $code{ $in->{email} };
    keep($in->{email}, $in->{new});
    return (200, password => 'changed');
}

sub weak {
    my ($password, $email) = @_;
    my $low = lc $password;
    my ($name) = split /@/, lc $email;
    my %signs = map { $_ => 1 } split //, $low;
    return 'too short: 12 signs at least' if length $password < 12;
    return 'the same few signs over and over' if keys %signs < 6;
    for my $word (@common, $name) { return 'easy to guess' if index($low, $word) >= 0 }
    return '';
}

sub keep { my ($email, $password) = @_; $hash{$email} = crypt $password, '$6$' . substr(noise(), 0, 16); return }

sub right {
    my ($in) = @_;
    my $kept = $hash{ $in->{email} };
    return 1 if $kept && crypt($in->{password}, $kept) eq $kept;
    $wrong{ $in->{email} }++;
    return 0;
}

sub noise { open my $in, '<:raw', '/dev/urandom' or die; read $in, my $bytes, 16; close $in; return unpack 'H*', $bytes }

sub letter { my ($to, $text) = @_; open my $out, '>>', $mail or die; print {$out} "To: $to\n$text\n\n"; close $out; return }

socket my $server, PF_INET, SOCK_STREAM, 0 or die $!;
setsockopt $server, SOL_SOCKET, SO_REUSEADDR, 1;
bind $server, sockaddr_in($port, inet_aton($address)) or die $!;
listen $server, 16 or die $!;
my %says = (200 => 'OK', 201 => 'Created', 401 => 'Unauthorized', 404 => 'Not Found', 409 => 'Conflict', 422 => 'Refused', 429 => 'Too Many Requests');
while (accept my $peer, $server) {
    my $head = '';
    while (my $line = <$peer>) { last if $line =~ /^\r?\n$/; $head .= $line; last if length $head > 8192 }
    my ($length) = $head =~ /^Content-Length: *(\d{1,4})\r?$/im;
    read $peer, my $body, $length // 0;
    my ($name) = $head =~ m{^POST /v1/account/([a-z]+) };
    my %in = (email => '', password => '', new => '', code => '', ($body // '') =~ /"(\w+)": ?"([^"]*)"/g);
    my ($status, $key, $value) = $name && $action{$name} ? $action{$name}->(\%in) : (404, refused => 'no such action');
    my $answer = qq({"$key": "$value"}\n);
    print {$peer} "HTTP/1.0 $status $says{$status}\r\nContent-Type: application/json\r\nContent-Length: " . length($answer) . "\r\n\r\n$answer";
    close $peer;
}
