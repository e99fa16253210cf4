# A session of ruby-libvirt on test:///default: prints each call and what it gave, errors with all their fields, and
# the events as they come, in an event loop of its own. To stderr: the library that it runs on.

require 'libvirt'

# The binding does not tell the collector of the callbacks that it has handed to the library, and frees the domains
# that those get, which are not its own. So nothing is collected, and nothing finalized at the end.
GC.disable

library = File.readlines('/proc/self/maps').filter_map { |line| line[%r{/\S+/libvirt\.so\.0\S*}] }.first
warn "library: #{library}"

# The text of a value of any kind, on one line. CPU time passes.
def text(value)
  case value
  when Array then "[#{value.map { |it| text(it) }.join(', ')}]"
  when Hash then "{#{value.map { |key, it| "#{text(key)}: #{text(it)}" }.sort.join(', ')}}"
  when Libvirt::Domain then "domain #{value.name}"
  when ->(it) { it.class.name.downcase.end_with?('info') }
    names = value.public_methods(false).sort - [:cpu_time]
    "{#{names.map { |name| "#{name}: #{text(value.public_send(name))}" }.join(', ')}}"
  when nil, true, false, Numeric, String, Symbol then value.to_s.gsub("\n", '\n')
  else value.class.name
  end
end

# Prints what a method gives for the arguments, or which error; gives the result back. Lists of objects are in no order.
def call(object, method, *arguments)
  begin
    result = object.public_send(method, *arguments)
    said = method.start_with?('list_') ? text(result.map { |it| text(it) }.sort) : text(result)
  rescue Libvirt::Error => e
    said = "error #{e.libvirt_code} from #{e.libvirt_component}, level #{e.libvirt_level}: #{text(e.libvirt_message)}"
  end
  puts "#{method}(#{arguments.map { |it| text(it) }.join(', ')}) = #{said}"
  result
end

# An event loop: timers only, which is all that the test driver needs.
class Loop
  def initialize
    @timers = {}
    names = %i[unused unused unused add_timer update_timer remove_timer]
    Libvirt.event_register_impl(*names.map { |name| method(name).to_proc })
  end

  # Lets what has happened be told: calls each timer that is due, as long as there is one.
  def turn
    while (due = @timers.find { |_, (interval, _)| interval.zero? })
      number, (_, opaque) = due
      Libvirt.event_invoke_timeout_callback(number, opaque)
    end
  end

  private

  def unused(*)
    0
  end

  def add_timer(interval, opaque)
    number = @timers.size + 1
    @timers[number] = [interval, opaque]
    number
  end

  def update_timer(number, interval)
    @timers[number][0] = interval
  end

  def remove_timer(number)
    _, opaque = @timers.delete(number)
    opaque
  end
end

turns = Loop.new

conn = call(Libvirt, :open, 'test:///default')
%i[uri type version hostname node_info capabilities secure? encrypted? alive? num_of_domains
   num_of_defined_domains list_domains node_free_memory].each { |method| call(conn, method) }
call(conn, :max_vcpus, 'test')
call(conn, :lookup_domain_by_name, 'nosuch')
call(conn, :lookup_domain_by_id, 4711)
call(conn, :lookup_domain_by_uuid, '00000000-0000-0000-0000-000000000001')
call(conn, :define_domain_xml, "<domain type='kvm'/>")

lifecycle = ->(_, domain, event, detail, _) { puts "event of #{domain.name}: #{event} #{detail}" }
conn.domain_event_register_any(Libvirt::Connect::DOMAIN_EVENT_ID_LIFECYCLE, lifecycle)

test = call(conn, :lookup_domain_by_name, 'test')
%i[id uuid name os_type info state active? persistent? updated? max_memory autostart? xml_desc]
  .each { |method| call(test, method) }
%i[suspend suspend resume reboot shutdown create create destroy destroy create].each do |method|
  call(test, method)
  call(test, :state)
  turns.turn
end

xml = <<~XML
  <domain type='test'>
    <name>ruby</name>
    <uuid>11111111-2222-3333-4444-666666666666</uuid>
    <memory unit='MiB'>64</memory>
    <vcpu>2</vcpu>
    <os><type>hvm</type></os>
  </domain>
XML
ruby = call(conn, :define_domain_xml, xml)
turns.turn
call(conn, :list_defined_domains)
call(ruby, :autostart=, true)
call(ruby, :autostart?)
call(ruby, :create)
call(conn, :list_domains)
[0, Libvirt::Connect::LIST_DOMAINS_ACTIVE, Libvirt::Connect::LIST_DOMAINS_INACTIVE]
  .each { |flags| call(conn, :list_all_domains, flags) }
call(ruby, :undefine)
call(ruby, :persistent?)
call(ruby, :destroy)
call(ruby, :info)
turns.turn

brief = call(conn, :create_domain_xml, xml.sub('ruby', 'brief'))
call(brief, :xml_desc, Libvirt::Domain::DOMAIN_XML_INACTIVE)
%i[scheduler_type scheduler_parameters vcpus memory_stats has_managed_save? num_of_snapshots job_info max_vcpus]
  .each { |method| call(brief, method) }
call(brief, :blockinfo, 'vda')
call(brief, :memory=, 32_768)
call(brief, :destroy)
turns.turn
call(conn, :list_networks)
call(conn, :list_storage_pools)
call(conn, :close)
$stdout.flush
exit!(true)
