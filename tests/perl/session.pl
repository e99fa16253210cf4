#!/usr/bin/perl
# A session of Sys::Virt on test:///default: prints each call and what it gave, errors with all their fields, and the
# events as they come. To stderr: the library that it runs on.
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;
use Sys::Virt::Event;

$| = 1;

open my $maps, '<', '/proc/self/maps' or die "maps: $!";
my ($library) = map { m{(/\S+/libvirt\.so\.0\S*)} } <$maps>;
print STDERR "library: $library\n";

# The text of a value of any kind, on one line. CPU time passes.
sub text {
    my ($value) = @_;
    return 'undef' unless defined $value;
    my $kind = ref $value;
    return '[' . join(', ', map { text($_) } @$value) . ']' if $kind eq 'ARRAY';
    return '{' . join(', ', map { "$_: " . text($value->{$_}) } grep { $_ ne 'cpuTime' } sort keys %$value) . '}'
        if $kind eq 'HASH';
    return 'domain ' . $value->get_name if $kind eq 'Sys::Virt::Domain';
    return $kind if $kind;
    # Bitmaps of CPUs are bytes.
    return unpack 'H*', $value if $value =~ /[^\s[:print:]]/;
    return $value =~ s/\n/\\n/gr;
}

# Prints what method of object gives for the arguments, or which error; gives the first of the results back. Lists of
# objects are in no order.
sub call {
    my ($object, $method, @arguments) = @_;
    my @results = eval { $object->$method(@arguments) };
    my @texts = map { text($_) } @results;
    @texts = sort @texts if $method =~ /^list_/;
    my $said = join ', ', @texts;
    if (my $error = $@) {
        $said = ref $error
            ? sprintf 'error %d from %d, level %d: %s', $error->code, $error->domain, $error->level, $error->message
            : "died: $error";
        $said =~ s/\n/\\n/g;
    }
    printf "%s(%s) = %s\n", $method, join(', ', map { text($_) } @arguments), $said;
    return $results[0];
}

Sys::Virt::Event::register_default();

my $conn = call('Sys::Virt', 'new', uri => 'test:///default');

call($conn, $_) for qw(get_uri get_type get_version get_hostname get_node_info get_capabilities
    is_alive is_secure is_encrypted num_of_domains num_of_defined_domains list_domains
    get_node_free_memory);
call($conn, 'get_max_vcpus', 'test');
call($conn, 'get_domain_by_name', 'nosuch');
call($conn, 'get_domain_by_id', 4711);
call($conn, 'get_domain_by_uuid', '00000000-0000-0000-0000-000000000001');
call($conn, 'define_domain', "<domain type='kvm'/>");

my @heard;
for my $id (Sys::Virt::Domain::EVENT_ID_LIFECYCLE, Sys::Virt::Domain::EVENT_ID_REBOOT) {
    $conn->domain_event_register_any(undef, $id, sub {
        my ($conn, $domain, @details) = @_;
        push @heard, "event $id of " . $domain->get_name . ": @details";
    });
}

# Lets what has happened be told. Something in the loop has to end a turn in which there is nothing.
sub turn {
    my $timer;
    $timer = Sys::Virt::Event::add_timeout(0, sub { Sys::Virt::Event::remove_timeout($timer) });
    Sys::Virt::Event::run_default() for 1 .. 2;
    print "$_\n" for splice @heard;
}

my $test = call($conn, 'get_domain_by_name', 'test');
call($test, $_) for qw(get_id get_uuid_string get_name get_os_type get_info get_state is_active is_persistent
    is_updated get_max_memory get_autostart get_xml_description);
for my $method (qw(suspend suspend resume reboot shutdown create create destroy destroy create)) {
    call($test, $method);
    call($test, 'get_state');
    turn();
}

my $xml = <<'END';
<domain type='test'>
  <name>perl</name>
  <uuid>11111111-2222-3333-4444-555555555555</uuid>
  <memory unit='MiB'>64</memory>
  <vcpu>2</vcpu>
  <os><type>hvm</type></os>
</domain>
END
my $perl = call($conn, 'define_domain', $xml);
turn();
call($conn, 'list_defined_domains');
call($conn, 'list_defined_domain_names', 9);
call($perl, 'set_autostart', 1);
call($perl, 'get_autostart');
call($perl, 'create');
call($conn, 'list_domain_ids', 9);
call($conn, 'list_all_domains', $_) for 0, Sys::Virt::Domain::LIST_ACTIVE, Sys::Virt::Domain::LIST_INACTIVE;
call($perl, 'undefine');
call($perl, 'is_persistent');
call($perl, 'destroy');
call($perl, 'get_info');
turn();

$xml =~ s/perl/brief/;
my $brief = call($conn, 'create_domain', $xml);
call($brief, 'get_xml_description', Sys::Virt::Domain::XML_INACTIVE);
call($brief, 'get_scheduler_type');
call($brief, 'get_scheduler_parameters');
call($brief, 'get_vcpu_info');
call($brief, 'memory_stats');
call($brief, 'get_block_info', 'vda');
call($brief, 'has_managed_save_image');
call($brief, 'num_of_snapshots');
call($brief, 'get_metadata', Sys::Virt::Domain::METADATA_DESCRIPTION);
call($brief, 'get_job_info');
call($brief, 'set_memory', 32768);
call($brief, 'destroy');
turn();
call($conn, 'list_networks');
call($conn, 'list_storage_pools');
