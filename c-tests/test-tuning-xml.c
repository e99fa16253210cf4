/* test-tuning-xml.c - the XML of tuning on test:///default, good and bad: each fragment is defined, and printed as the
 * library writes it, or the error.
 */
#include "tuning.h"

/* <vcpu>, and sets of CPUs in it. */
static const char *const vcpu[] = {
    "<vcpu>4</vcpu>", "<vcpu></vcpu>", "<vcpu/>", "<vcpu>x</vcpu>", "<vcpu> 4</vcpu>", "<vcpu>4 </vcpu>",
    "<vcpu>\n4\n</vcpu>", "<vcpu>0</vcpu>", "<vcpu>33</vcpu>", "<vcpu>16384</vcpu>", "<vcpu>20000</vcpu>",
    "<vcpu current='2'>4</vcpu>", "<vcpu current='4'>4</vcpu>", "<vcpu current='5'>4</vcpu>",
    "<vcpu current='0'>4</vcpu>", "<vcpu current='x'>4</vcpu>", "<vcpu current=''>4</vcpu>",
    "<vcpu current='-1'>4</vcpu>", "<vcpu placement='static'>4</vcpu>", "<vcpu placement='auto'>4</vcpu>",
    "<vcpu placement='x'>4</vcpu>", "<vcpu placement=''>4</vcpu>", "<vcpu placement='auto' cpuset='0-3'>4</vcpu>",
    "<vcpu cpuset='0-3'>4</vcpu>", "<vcpu cpuset='0-3,^2,7'>4</vcpu>", "<vcpu cpuset='^2,0-3'>4</vcpu>",
    "<vcpu cpuset=''>4</vcpu>", "<vcpu cpuset='x'>4</vcpu>", "<vcpu cpuset='3-1'>4</vcpu>",
    "<vcpu cpuset='1,1'>4</vcpu>", "<vcpu cpuset='1-3-5'>4</vcpu>", "<vcpu cpuset='0-'>4</vcpu>",
    "<vcpu cpuset=','>4</vcpu>", "<vcpu cpuset='1,'>4</vcpu>", "<vcpu cpuset=' 1 , 2 - 3'>4</vcpu>",
    "<vcpu cpuset='1 2'>4</vcpu>", "<vcpu cpuset='0,^0'>4</vcpu>", "<vcpu cpuset='99999'>4</vcpu>",
    "<vcpu cpuset='1048575'>4</vcpu>", "<vcpu cpuset='16383'>4</vcpu>", "<vcpu cpuset='16384'>4</vcpu>",
    "<vcpu cpuset='5,3,1'>4</vcpu>", "<vcpu cpuset='0-3,^5'>4</vcpu>", "<vcpu cpuset='r1-2'>4</vcpu>",
    "<vcpu cpuset='-1'>4</vcpu>", "<vcpu cpuset='+1'>4</vcpu>", "<vcpu cpuset='0x1'>4</vcpu>",
    "<vcpu cpuset='^'>4</vcpu>", "<vcpu cpuset='0-3,^1-2'>4</vcpu>", "<vcpu cpuset='01'>4</vcpu>",
    "<vcpu cpuset='4294967297'>4</vcpu>", "<vcpu cpuset='1,,2'>4</vcpu>", "<vcpu cpuset='all'>4</vcpu>",
    "<vcpu cpuset='^0'>4</vcpu>",
};

/* <vcpus>; after each of several <vcpu>. */
static const char *const vcpus[] = {
    "<vcpus><vcpu id='0' enabled='yes' hotpluggable='no' order='1'/>"
      "<vcpu id='1' enabled='no' hotpluggable='yes'/></vcpus>",
    "<vcpus/>", "<vcpus><vcpu id='5' enabled='yes'/></vcpus>", "<vcpus><vcpu enabled='yes'/></vcpus>",
    "<vcpus><vcpu id='1'/></vcpus>", "<vcpus><vcpu id='1' enabled='x'/></vcpus>",
    "<vcpus><vcpu id='1' enabled='no'/></vcpus>", "<vcpus><vcpu id='1' enabled='yes' hotpluggable='x'/></vcpus>",
    "<vcpus><vcpu id='1' enabled='yes' order='x'/></vcpus>",
    "<vcpus><vcpu id='1' enabled='no' order='1'/></vcpus>", "<vcpus><vcpu id='0' enabled='no'/></vcpus>",
    "<vcpus><vcpu id='0' enabled='no' hotpluggable='yes'/></vcpus>",
    "<vcpus><vcpu id='0' enabled='yes' hotpluggable='yes'/></vcpus>",
    "<vcpus><vcpu id='0' enabled='yes' order='0'/></vcpus>",
    "<vcpus><vcpu id='0' enabled='yes' order='3'/><vcpu id='1' enabled='yes' order='3'/></vcpus>",
    "<vcpus><vcpu id='0' enabled='yes' order='9'/></vcpus>",
    "<vcpus><vcpu id='2' enabled='yes' order='1'/></vcpus>",
    "<vcpus><vcpu id='1' enabled='no' hotpluggable='no'/></vcpus>", "<vcpus><vcpu id='x' enabled='no'/></vcpus>",
    "<vcpus><vcpu id='1' enabled='no' hotpluggable='yes'/><vcpu id='1' enabled='yes' hotpluggable='yes'/>"
      "</vcpus>",
    "<vcpus><vcpu id='0' enabled='yes' order='1'/></vcpus>",
};

/* I/O threads. */
static const char *const iothreads[] = {
    "<iothreads>2</iothreads>", "<iothreads>0</iothreads>", "<iothreads>x</iothreads>", "<iothreads></iothreads>",
    "<iothreads>-1</iothreads>", "<iothreads>4294967296</iothreads>", " <iothreads> 2 </iothreads>",
    "<iothreadids><iothread id='2'/><iothread id='4'/></iothreadids>", "<iothreadids/>",
    "<iothreadids><iothread/></iothreadids>", "<iothreadids><iothread id='0'/></iothreadids>",
    "<iothreadids><iothread id='x'/></iothreadids>",
    "<iothreadids><iothread id='1'/><iothread id='1'/></iothreadids>",
    "<iothreads>3</iothreads><iothreadids><iothread id='2'/></iothreadids>",
    "<iothreads>1</iothreads><iothreadids><iothread id='2'/><iothread id='5'/></iothreadids>",
    "<iothreads>0</iothreads><iothreadids><iothread id='2'/><iothread id='5'/></iothreadids>",
    "<iothreads>3</iothreads><iothreadids><iothread id='5'/><iothread id='3'/></iothreadids>",
    "<iothreadids><iothread id='2' thread_pool_min='1' thread_pool_max='8'/></iothreadids>",
    "<iothreadids><iothread id='2' thread_pool_min='9' thread_pool_max='8'/></iothreadids>",
    "<iothreadids><iothread id='2' thread_pool_min='-1'/></iothreadids>",
    "<iothreadids><iothread id='2' thread_pool_max='x'/></iothreadids>",
    "<iothreadids><iothread id='2' thread_pool_max='0'/></iothreadids>",
    "<iothreadids><iothread id='2' thread_pool_min='5'/></iothreadids>",
    "<iothreads>2</iothreads><iothreadids><iothread id='1'/><iothread id='2'/></iothreadids>",
    "<iothreadids><iothread id='2'><poll max='1' grow='2' shrink='3'/></iothread></iothreadids>",
    "<iothreadids><iothread id='2'><poll max='x'/></iothread></iothreadids>",
    "<defaultiothread thread_pool_min='8' thread_pool_max='16'/>", "<defaultiothread/>",
    "<defaultiothread thread_pool_min='-1' thread_pool_max='16'/>",
    "<defaultiothread thread_pool_min='18' thread_pool_max='16'/>", "<defaultiothread thread_pool_min='x'/>",
    "<defaultiothread thread_pool_max='0'/>", "<defaultiothread thread_pool_min='3'/>",
    "<iothreads>2</iothreads><defaultiothread thread_pool_max='16'/>",
};

/* Inside <cputune> of a domain with four virtual CPUs and the I/O threads 2 and 4. */
static const char *const cputune[] = {
    "<shares>1</shares><period>2000</period><quota>3000</quota><global_period>4000</global_period>"
      "<global_quota>5000</global_quota><emulator_period>6000</emulator_period><emulator_quota>7000"
      "</emulator_quota><iothread_period>8000</iothread_period><iothread_quota>9000</iothread_quota>"
      "<vcpupin vcpu='1' cpuset='2'/><vcpupin vcpu='0' cpuset='1-2,3'/><emulatorpin cpuset='1-3'/>"
      "<iothreadpin iothread='4' cpuset='1'/><iothreadpin iothread='2' cpuset='2'/>"
      "<vcpusched vcpus='0-1' scheduler='fifo' priority='1'/><vcpusched vcpus='3' scheduler='batch'/>"
      "<iothreadsched iothreads='2' scheduler='rr' priority='3'/><emulatorsched scheduler='idle'/>",
    "<vcpupin/>", "<vcpupin vcpu='0'/>", "<vcpupin cpuset='1'/>", "<vcpupin vcpu='9' cpuset='1'/>",
    "<vcpupin vcpu='0' cpuset=''/>", "<vcpupin vcpu='0' cpuset='x'/>", "<vcpupin vcpu='x' cpuset='1'/>",
    "<vcpupin vcpu='-1' cpuset='1'/>", "<vcpupin vcpu='0' cpuset='1'/><vcpupin vcpu='0' cpuset='2'/>",
    "<vcpupin vcpu='0' cpuset='0,^0'/>", "<vcpupin vcpu='3' cpuset='0-3,^2'/>", "<emulatorpin/>",
    "<emulatorpin cpuset=''/>", "<emulatorpin cpuset='x'/>", "<emulatorpin cpuset='1'/><emulatorpin cpuset='2'/>",
    "<emulatorpin cpuset='0,^0'/>", "<iothreadpin/>", "<iothreadpin iothread='2'/>", "<iothreadpin cpuset='1'/>",
    "<iothreadpin iothread='x' cpuset='1'/>", "<iothreadpin iothread='0' cpuset='1'/>",
    "<iothreadpin iothread='3' cpuset='1'/>",
    "<iothreadpin iothread='2' cpuset='1'/><iothreadpin iothread='2' cpuset='2'/>",
    "<iothreadpin iothread='2' cpuset='x'/>", "<iothreadpin iothread='2' cpuset=''/>",
    "<iothreadpin iothread='2' cpuset='0,^0'/>", "<vcpusched/>", "<vcpusched vcpus='1'/>",
    "<vcpusched vcpus='1' scheduler='x'/>", "<vcpusched vcpus='1' scheduler='other'/>",
    "<vcpusched vcpus='1' scheduler='batch'/>", "<vcpusched vcpus='1' scheduler='idle' priority='1'/>",
    "<vcpusched vcpus='1' scheduler='fifo'/>", "<vcpusched vcpus='1' scheduler='fifo' priority='x'/>",
    "<vcpusched vcpus='1' scheduler='rr' priority='-3'/>", "<vcpusched vcpus='1' scheduler='rr' priority='0'/>",
    "<vcpusched vcpus='1' scheduler='rr' priority='1000'/>", "<vcpusched vcpus='9' scheduler='batch'/>",
    "<vcpusched vcpus='1-9' scheduler='batch'/>", "<vcpusched vcpus='x' scheduler='batch'/>",
    "<vcpusched vcpus='' scheduler='batch'/>", "<vcpusched vcpus='0,^0' scheduler='batch'/>",
    "<vcpusched vcpus='1' scheduler='batch'/><vcpusched vcpus='1' scheduler='idle'/>",
    "<vcpusched scheduler='batch'/>",
    "<vcpusched vcpus='1' scheduler='batch'/><vcpusched vcpus='0,2' scheduler='batch'/>",
    "<vcpusched vcpus='1' scheduler='fifo' priority='2'/>"
      "<vcpusched vcpus='0,2' scheduler='fifo' priority='2'/>"
      "<vcpusched vcpus='3' scheduler='fifo' priority='1'/>",
    "<vcpusched vcpus='3' scheduler='idle'/><vcpusched vcpus='2' scheduler='rr' priority='9'/>"
      "<vcpusched vcpus='1' scheduler='batch'/><vcpusched vcpus='0' scheduler='rr' priority='7'/>",
    "<iothreadsched/>", "<iothreadsched iothreads='2'/>", "<iothreadsched iothreads='3' scheduler='batch'/>",
    "<iothreadsched iothreads='2-4' scheduler='batch'/>", "<iothreadsched iothreads='2,4' scheduler='batch'/>",
    "<iothreadsched iothreads='2' scheduler='batch'/><iothreadsched iothreads='2' scheduler='batch'/>",
    "<iothreadsched scheduler='batch'/>", "<iothreadsched iothreads='x' scheduler='batch'/>", "<emulatorsched/>",
    "<emulatorsched scheduler='batch'/>", "<emulatorsched scheduler='fifo'/>",
    "<emulatorsched scheduler='fifo' priority='3'/>", "<emulatorsched scheduler='x' priority='3'/>",
    "<emulatorsched scheduler='batch'/><emulatorsched scheduler='idle'/>",
    "<emulatorsched scheduler='idle' priority='3'/>", "<emulatorsched scheduler='other'/>",
    "<emulatorsched scheduler=''/>",
};

/* Inside <cputune> of a domain with four virtual CPUs. */
static const char *const resctrl[] = {
    "<cachetune vcpus='0-1'><cache id='0' level='3' type='both' size='3' unit='MiB'/></cachetune>",
    "<cachetune vcpus='0-1'/>", "<cachetune/>", "<cachetune vcpus=''/>", "<cachetune vcpus='x'/>",
    "<cachetune vcpus='8'/>", "<cachetune vcpus='0'><cache/></cachetune>",
    "<cachetune vcpus='0'><cache id='0'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='x'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='code'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='code' size='0'/></cachetune>",
    "<cachetune vcpus='0'><cache id='x' level='3' type='code' size='1'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='x' type='code' size='1'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='code' size='1'/>"
      "<cache id='0' level='3' type='code' size='1'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='code' size='1'/>"
      "<cache id='0' level='3' type='data' size='2' unit='KiB'/>"
      "<cache id='1' level='3' type='both' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='code' size='1'/></cachetune><cachetune vcpus='0'>"
      "<cache id='1' level='3' type='code' size='1'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='code' size='1' unit='x'/></cachetune>",
    "<cachetune vcpus='0-3' id='foo'><cache id='0' level='3' type='both' size='3' unit='MiB'/>"
      "<monitor level='3' vcpus='1'/><monitor level='3' vcpus='0-3'/></cachetune>",
    "<cachetune vcpus='0-1'><monitor level='3' vcpus='1'/></cachetune>",
    "<cachetune vcpus='0-1'><monitor level='2' vcpus='1'/></cachetune>",
    "<cachetune vcpus='0-1'><monitor level='3' vcpus='3'/></cachetune>",
    "<cachetune vcpus='0-1'><monitor level='3'/></cachetune>",
    "<cachetune vcpus='0-1'><monitor vcpus='1'/></cachetune>",
    "<cachetune vcpus='0-1'><monitor level='3' vcpus='1'/><monitor level='3' vcpus='1'/></cachetune>",
    "<cachetune vcpus='0-1'><monitor level='3' vcpus='0-1'/></cachetune>",
    "<memorytune vcpus='0-1'><node id='0' bandwidth='60'/></memorytune>", "<memorytune/>",
    "<memorytune vcpus='0'/>", "<memorytune vcpus='0'><node/></memorytune>",
    "<memorytune vcpus='0'><node id='0'/></memorytune>",
    "<memorytune vcpus='0'><node id='0' bandwidth='0'/></memorytune>",
    "<memorytune vcpus='0'><node id='0' bandwidth='101'/></memorytune>",
    "<memorytune vcpus='0'><node id='0' bandwidth='x'/></memorytune>",
    "<memorytune vcpus='0'><node id='0' bandwidth='10'/><node id='0' bandwidth='10'/></memorytune>",
    "<memorytune vcpus='0'><node id='0' bandwidth='10'/><node id='1' bandwidth='20'/></memorytune>",
    "<cachetune vcpus='0-1'><cache id='0' level='3' type='both' size='3' unit='MiB'/></cachetune>"
      "<memorytune vcpus='0-1'><node id='0' bandwidth='60'/></memorytune>",
    "<cachetune vcpus='0-1'><cache id='0' level='3' type='both' size='3' unit='MiB'/></cachetune>"
      "<memorytune vcpus='1-2'><node id='0' bandwidth='60'/></memorytune>",
    "<memorytune vcpus='0-1'><node id='0' bandwidth='60'/></memorytune><memorytune vcpus='2'>"
      "<node id='0' bandwidth='60'/><monitor vcpus='2'/></memorytune>",
    "<memorytune vcpus='0-1'><monitor vcpus='0'/></memorytune>",
    "<memorytune vcpus='0-1'><node id='0' bandwidth='60'/></memorytune><memorytune vcpus='0-1'>"
      "<node id='1' bandwidth='60'/></memorytune>",
    "<quota>-500</quota>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='both' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='both' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='code' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='code' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='data' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='data' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='code' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='both' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='code' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='both' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='code' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='code' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='code' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='code' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='code' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='data' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='code' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='data' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='data' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='both' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='data' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='both' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='data' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='code' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='data' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='code' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='data' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='data' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='data' size='1' unit='KiB'/>"
      "<cache id='1' level='3' type='data' size='2' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='2' type='both' size='1' unit='KiB'/>"
      "<cache id='0' level='3' type='both' size='1' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<cache id='0' level='2' type='both' size='1' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='3' level='3' type='both' size='1024' unit='KiB'/>"
      "<cache id='1' level='3' type='both' size='1048576' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='9' type='both' size='1' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='1' type='both' size='1' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='0' type='both' size='1' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='500' level='3' type='both' size='1' unit='KiB'/></cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='18014398509481984' unit='KiB'/>"
      "</cachetune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='1-2'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='1-2'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='0-1'/><monitor vcpus='1-2'/>"
      "</memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='0-3'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='0-3'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='0-1'/><monitor vcpus='0-3'/>"
      "</memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='0-3'/><monitor level='3' vcpus='0-1'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='0-3'/><monitor level='3' vcpus='0-1'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='0-3'/><monitor vcpus='0-1'/>"
      "</memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='0-3'/><monitor level='3' vcpus='0-3'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='0-3'/><monitor level='3' vcpus='0-3'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='0-3'/><monitor vcpus='0-3'/>"
      "</memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='2-3'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='2-3'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='0-1'/><monitor vcpus='2-3'/>"
      "</memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='8'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='8'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='8'/></memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus=''/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus=''/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus=''/></memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='x'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='x'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='x'/></memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='0'/><monitor level='3' vcpus='8'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='0'/><monitor level='3' vcpus='8'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='0'/><monitor vcpus='8'/>"
      "</memorytune>",
    "<cachetune vcpus='0-3'><cache id='0' level='3' type='both' size='1' unit='KiB'/>"
      "<monitor level='3' vcpus='0-8'/></cachetune>",
    "<cachetune vcpus='0-3'><monitor level='3' vcpus='0-8'/></cachetune>",
    "<memorytune vcpus='0-3'><node id='0' bandwidth='5'/><monitor vcpus='0-8'/></memorytune>",
    "<cachetune vcpus='0-1'><monitor level='3' vcpus='0'/></cachetune><memorytune vcpus='0-1'>"
      "<monitor vcpus='0'/></memorytune>",
    "<memorytune vcpus='0-1'><node id='0' bandwidth='5'/></memorytune><memorytune vcpus='0-1'>"
      "<node id='0' bandwidth='6'/></memorytune>",
    "<memorytune vcpus='0-1'><node id='4' bandwidth='5'/><node id='1' bandwidth='5'/></memorytune>",
    "<cachetune vcpus='0-5'><cache id='0' level='3' type='both' size='3' unit='MiB'/></cachetune>",
    "<cachetune vcpus='0-1'><cache id='0' level='3' type='both' size='3' unit='MiB'/></cachetune>"
      "<cachetune vcpus='1-2'><cache id='0' level='3' type='both' size='3' unit='MiB'/></cachetune>",
    "<cachetune vcpus='0-1'/><cachetune vcpus='1-2'/>",
    "<cachetune vcpus='0'><monitor level='x' vcpus='0'/></cachetune>",
    "<cachetune vcpus='0'><monitor level='0' vcpus='0'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='both' size='x'/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='both' size=''/></cachetune>",
    "<cachetune vcpus='0'><cache id='0' level='3' type='both' size='3000' unit='b'/></cachetune>",
};

/* Any other elements before <os>. */
static const char *const others[] = {
    "<cputune></cputune>", "<cputune><shares>1024</shares><shares>2048</shares></cputune>",
    "<vcpu cpuset='5-6'>4</vcpu><cputune><vcpupin vcpu='0' cpuset='1'/></cputune>",
    "<iothreads>2</iothreads><cputune><iothreadpin iothread='1' cpuset='1'/></cputune>",
    "<vcpu placement='auto'>4</vcpu><cputune><vcpupin vcpu='0' cpuset='1'/></cputune>",
    "<vcpu placement='auto'>4</vcpu><cputune><emulatorpin cpuset='1'/></cputune>",
    "<vcpu placement='auto'>4</vcpu><iothreads>1</iothreads><numatune><memory placement='auto'/>"
      "</numatune><cputune><emulatorpin cpuset='1'/><vcpupin vcpu='0' cpuset='1'/>"
      "<iothreadpin iothread='1' cpuset='1'/></cputune>",
    "<memtune/>",
    "<memtune><swap_hard_limit>1</swap_hard_limit><hard_limit>5</hard_limit><min_guarantee>3"
      "</min_guarantee><soft_limit>4</soft_limit></memtune>",
    "<memtune><swap_hard_limit>7</swap_hard_limit><hard_limit>5</hard_limit></memtune>",
    "<memtune><hard_limit>1</hard_limit><hard_limit>2</hard_limit></memtune>",
    "<memtune><hard_limit>5</hard_limit><soft_limit>6</soft_limit></memtune>", "<blkiotune></blkiotune>",
    "<blkiotune><device/></blkiotune>", "<blkiotune><device><weight>500</weight></device></blkiotune>",
    "<blkiotune><device><path/></device></blkiotune>", "<blkiotune><device><path>/a</path></device></blkiotune>",
    "<blkiotune><device><path>/a</path><path>/b</path><weight>200</weight><weight>300</weight></device>"
      "</blkiotune>",
    "<blkiotune><weight>300</weight><device><path>/b</path><write_iops_sec>1</write_iops_sec>"
      "<read_iops_sec>2</read_iops_sec><write_bytes_sec>3</write_bytes_sec><read_bytes_sec>4"
      "</read_bytes_sec><weight>600</weight></device><device><path>/a</path><weight>600</weight></device>"
      "</blkiotune>",
    "<blkiotune><device><path>/a</path><weight>200</weight></device><device><path>/a</path><weight>300"
      "</weight></device></blkiotune>",
    "<blkiotune><device><path>rel</path><weight>200</weight></device></blkiotune>",
    "<blkiotune><device><path>/a</path><foo>200</foo></device></blkiotune>",
    "<blkiotune><weight>300</weight><weight>400</weight></blkiotune>",
    "<perf><event name='emulation_faults' enabled='no'/><event name='alignment_faults' enabled='yes'/>"
      "<event name='page_faults_maj' enabled='no'/><event name='page_faults_min' enabled='yes'/>"
      "<event name='cpu_migrations' enabled='no'/><event name='context_switches' enabled='yes'/>"
      "<event name='page_faults' enabled='no'/><event name='task_clock' enabled='yes'/>"
      "<event name='cpu_clock' enabled='no'/><event name='ref_cpu_cycles' enabled='yes'/>"
      "<event name='stalled_cycles_backend' enabled='no'/>"
      "<event name='stalled_cycles_frontend' enabled='yes'/><event name='bus_cycles' enabled='no'/>"
      "<event name='branch_misses' enabled='yes'/><event name='branch_instructions' enabled='no'/>"
      "<event name='cache_misses' enabled='yes'/><event name='cache_references' enabled='no'/>"
      "<event name='instructions' enabled='yes'/><event name='cpu_cycles' enabled='no'/>"
      "<event name='mbml' enabled='yes'/><event name='mbmt' enabled='no'/><event name='cmt' enabled='yes'/>"
      "</perf>",
    "<perf></perf>", "<perf><event/></perf>", "<perf><event name='cmt'/></perf>",
    "<perf><event enabled='yes'/></perf>", "<perf><event name='x' enabled='yes'/></perf>",
    "<perf><event name='cmt' enabled='x'/></perf>",
    "<perf><event name='cmt' enabled='yes'/><event name='cmt' enabled='no'/></perf>",
    "<perf><event name='' enabled='yes'/></perf>", "<perf><event name='cmt' enabled=''/></perf>",
    "<perf><event name='cmt' enabled='absent'/></perf>", "<numatune></numatune>", "<numatune><memory/></numatune>",
    "<numatune><memory mode='strict'/></numatune>", "<numatune><memory nodeset='0-1'/></numatune>",
    "<numatune><memory placement='auto'/></numatune>", "<numatune><memory placement='static'/></numatune>",
    "<numatune><memory placement='x'/></numatune>",
    "<numatune><memory placement='auto' mode='interleave'/></numatune>",
    "<numatune><memory placement='auto' nodeset='1'/></numatune>",
    "<numatune><memory placement='static' nodeset='1'/></numatune>",
    "<numatune><memory placement='' nodeset='1'/></numatune>",
    "<numatune><memory mode='strict' nodeset='0'/><memory mode='strict' nodeset='1'/></numatune>",
    "<numatune><memnode cellid='0' mode='strict' nodeset='1'/></numatune>", "<numatune><memnode/></numatune>",
    "<vcpu placement='auto'>2</vcpu>",
    "<vcpu placement='auto'>2</vcpu><numatune><memory mode='strict'/></numatune>",
    "<vcpu placement='auto'>2</vcpu><numatune><memory mode='strict' nodeset='0'/></numatune>",
    "<vcpu placement='auto'>2</vcpu><numatune></numatune>",
    "<vcpu>2</vcpu><numatune><memory placement='auto'/></numatune>",
    "<vcpu cpuset='1'>2</vcpu><numatune><memory placement='auto'/></numatune>",
    "<vcpu placement='static'>2</vcpu><numatune><memory placement='auto'/></numatune>",
    "<vcpu placement='auto'>2</vcpu><numatune><memory mode='preferred' placement='static' nodeset='1'/>"
      "</numatune>",
};

/* Instead of <memory>. */
static const char *const memory[] = {
    "<memory>8192</memory><maxMemory slots='3' unit='MiB'>16</maxMemory>",
    "<memory>8192</memory><maxMemory>16</maxMemory>", "<memory>8192</memory><maxMemory slots='3'>16</maxMemory>",
    "<memory>8192</memory><maxMemory slots='0'>16384</maxMemory>",
    "<memory>8192</memory><maxMemory slots='x'>16384</maxMemory>", "<memory>8192</memory><maxMemory slots='3'/>",
    "<memory>8192</memory><maxMemory slots='3'>x</maxMemory>",
    "<memory>8192</memory><maxMemory slots='3'>8192</maxMemory>",
    "<memory>8192</memory><maxMemory slots='3'>8191</maxMemory>",
    "<memory>8192</memory><maxMemory slots='16384'>8193</maxMemory>",
    "<memory>8192</memory><maxMemory slots=''>8193</maxMemory>",
    "<memory>8192</memory><maxMemory slots='-1'>8193</maxMemory>",
    "<memory>8192</memory><maxMemory slots='3'>0</maxMemory>", "<memory slots='3'>8192</memory>",
    "<memory>8192</memory><currentMemory>0</currentMemory>",
    "<memory>8192</memory><currentMemory>9000</currentMemory>", "<memory unit='b'>8193</memory>",
};

/* Inside <iotune> of a disk. */
static const char *const iotune[] = {
    "<total_bytes_sec></total_bytes_sec>", "<total_bytes_sec>0</total_bytes_sec>",
    "<total_bytes_sec>x</total_bytes_sec>", "<total_bytes_sec>-1</total_bytes_sec>",
    "<total_bytes_sec> 5</total_bytes_sec>", "<total_bytes_sec>5 </total_bytes_sec>",
    "<total_bytes_sec>18446744073709551615</total_bytes_sec>",
    "<total_bytes_sec>18446744073709551616</total_bytes_sec>",
    "<total_bytes_sec>9223372036854775808</total_bytes_sec>", "", "<group_name/>", "<group_name>a</group_name>",
    "<group_name>0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567"
      "890</group_name><read_iops_sec>1</read_iops_sec>",
    "<total_bytes_sec>1</total_bytes_sec><read_bytes_sec>1</read_bytes_sec>",
    "<total_iops_sec>1</total_iops_sec><write_iops_sec>1</write_iops_sec>",
    "<total_bytes_sec_max>1</total_bytes_sec_max><read_bytes_sec_max>1</read_bytes_sec_max>",
    "<total_iops_sec_max>1</total_iops_sec_max><read_iops_sec_max>1</read_iops_sec_max>",
    "<write_bytes_sec>1</write_bytes_sec><write_iops_sec>8</write_iops_sec><write_iops_sec_max>9"
      "</write_iops_sec_max><write_iops_sec_max_length>3</write_iops_sec_max_length><size_iops_sec>5"
      "</size_iops_sec><group_name>g</group_name><read_bytes_sec>1</read_bytes_sec>",
    "<read_bytes_sec>1</read_bytes_sec><read_bytes_sec>2</read_bytes_sec>", "<foo>1</foo>",
    "<write_iops_sec>5</write_iops_sec><group_name>a'b</group_name>",
};

/* Inside <bandwidth> of an interface. */
static const char *const bandwidth[] = {
    "", "<inbound/>", "<inbound average='1'/>", "<inbound average='1' peak='2' burst='3'/>",
    "<outbound average='1' peak='2' burst='3'/>", "<inbound floor='5'/>", "<outbound floor='5'/>",
    "<inbound average='1' floor='5'/>", "<inbound peak='2'/>", "<inbound burst='2'/>",
    "<inbound peak='2' burst='3'/>", "<inbound average='0'/>", "<inbound average='x'/>", "<inbound average='-1'/>",
    "<inbound average=''/>", "<inbound average='1' peak='x'/>", "<inbound average='1' burst='x'/>",
    "<inbound average='1' peak='0'/>", "<inbound average='18446744073709551615'/>",
    "<inbound average='18014398509481984'/>", "<inbound average='18446744073709552'/>",
    "<inbound average='1' peak='18446744073709552'/>", "<outbound average='1'/><inbound average='2'/>",
    "<inbound average='1'/><inbound average='2'/>", "<outbound average='1'/><outbound average='2'/>",
    "<inbound average='1' floor='x'/>", "<inbound average='1' floor='0'/>", "<inbound average=' 1'/>",
    "<outbound/>", "<outbound peak='2'/>", "<inbound floor='5' peak='3'/>", "<inbound floor='5' burst='3'/>",
    "<inbound average='1' peak='2' floor='3' burst='4'/>", "<outbound floor='5' average='1'/>",
    "<inbound floor='0'/>", "<inbound floor='x'/>", "<inbound average='x' floor='5'/>",
    "<inbound peak='3' floor='x'/>", "<outbound peak='5'/>", "<outbound average='-1'/>", "<inbound peak='x'/>",
    "<outbound average='x' floor='1'/>", "<inbound average='x'/><outbound average='x'/><outbound/>",
    "<inbound average='0'/><outbound average='0'/>", "<inbound average='0' peak='5'/>",
    "<inbound average='1' peak='-1'/>",
};

/* Inside <memballoon>. */
static const char *const stats[] = {
    "<stats period='5'/>", "<stats period='0'/>", "<stats period='x'/>", "<stats period='-1'/>", "<stats/>",
    "<stats period='4294967295'/>", "<stats period='2147483648'/>", "<stats period=''/>",
};

/* Whole devices. */
static const char *const devices[] = {
    "<disk type='file'><driver name='qemu'/><iotune><read_iops_sec>1</read_iops_sec></iotune>"
      "<source file='/a'/><target dev='vda' bus='virtio'/><readonly/><shareable/><serial>A</serial>"
      "<alias name='ua-x'/><boot order='1'/></disk>",
    "<disk type='file'><source file='/a'/><target dev='vda'/><iotune><read_iops_sec>1</read_iops_sec>"
      "<group_name>g</group_name></iotune></disk><disk type='file'><source file='/b'/><target dev='vdb'/>"
      "<iotune><read_iops_sec>2</read_iops_sec><group_name>g</group_name></iotune></disk>",
    "<interface type='user'><mac address='52:54:00:00:00:01'/><target dev='t0'/><model type='virtio'/>"
      "<boot order='1'/><alias name='ua-b'/><bandwidth><inbound average='1'/></bandwidth></interface>",
    "<memballoon model='none'><stats period='5'/></memballoon>",
};

/* Every two of them at once: which is found first. */
static const char *const errors[] = {
    "<maxMemory slots='x'>1</maxMemory>", "<blkiotune><device/></blkiotune>",
    "<memtune><hard_limit>x</hard_limit></memtune>", "<vcpu>x</vcpu>", "<vcpu current='9'>1</vcpu>",
    "<vcpu>0</vcpu>", "<iothreads>x</iothreads>", "<iothreadids><iothread/></iothreadids>",
    "<defaultiothread thread_pool_min='x'/>", "<defaultiothread thread_pool_max='0'/>",
    "<cputune><shares>x</shares></cputune>", "<cputune><shares>1</shares></cputune>",
    "<cputune><vcpupin/></cputune>", "<numatune><memory mode='x'/></numatune>", "<perf><event/></perf>",
    "<maxMemory slots='1'>1</maxMemory>",
    "<vcpu>2</vcpu><vcpus><vcpu id='0' enabled='no' hotpluggable='no'/></vcpus>",
};
static const char *const numbers[] = {
    "0", "1", "9", "999", "1000", "1000000", "1000001", "-1", "-500", "4294967295", "4294967296", "18446744073709551",
    "17592186044415", "17592186044416", "9007199254740990", "9007199254740991", "9007199254740992",
    "9223372036854775807", "18446744073709551615", "18446744073709551616", "", "x", " 1000", "1000 ", "+5",
};

/* Elements that hold a number; %s stands for it. */
static const char *const with_number[] = {
    "<cputune><shares>%s</shares></cputune>", "<cputune><period>%s</period></cputune>",
    "<cputune><quota>%s</quota></cputune>", "<cputune><global_period>%s</global_period></cputune>",
    "<cputune><global_quota>%s</global_quota></cputune>", "<cputune><emulator_period>%s</emulator_period></cputune>",
    "<cputune><emulator_quota>%s</emulator_quota></cputune>",
    "<cputune><iothread_period>%s</iothread_period></cputune>",
    "<cputune><iothread_quota>%s</iothread_quota></cputune>", "<memtune><hard_limit>%s</hard_limit></memtune>",
    "<memtune><soft_limit unit='KB'>%s</soft_limit></memtune>", "<memtune><min_guarantee unit='b'>%s</min_guarantee></memtune>",
    "<memtune><swap_hard_limit unit='b'>%s</swap_hard_limit></memtune>", "<blkiotune><weight>%s</weight></blkiotune>",
    "<blkiotune><device><path>/a</path><weight>%s</weight></device></blkiotune>",
    "<blkiotune><device><path>/a</path><read_iops_sec>%s</read_iops_sec></device></blkiotune>",
    "<blkiotune><device><path>/a</path><write_iops_sec>%s</write_iops_sec></device></blkiotune>",
    "<blkiotune><device><path>/a</path><read_bytes_sec>%s</read_bytes_sec></device></blkiotune>",
    "<blkiotune><device><path>/a</path><write_bytes_sec>%s</write_bytes_sec></device></blkiotune>",
};

static const char *const units[] = { "", "b", "bytes", "KB", "KiB", "m", "G", "TiB", "E", "x" };

/* Defines a domain, prints what became of the part of its XML that is about tuning, and forgets it. */
static void try(const char *memory, const char *head, const char *inside)
{
    char xml[8192], *text, *save = NULL;
    int in_devices = 0;
    virDomainPtr dom;

    snprintf(xml, sizeof(xml), "<domain type='test'><name>x</name><uuid>" UUID "0</uuid>%s%s<os><type>hvm</type></os>"
             "<devices>%s</devices></domain>", memory, head, inside);
    dom = virDomainDefineXML(conn, xml);
    printf("%s%s%s\n", memory, head, inside);
    if (!dom) {
        result("    define", -1);
        return;
    }
    text = virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_INACTIVE);
    check(text != NULL, "XML");
    for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        in_devices |= strstr(line, "<devices>") != NULL;
        if (in_devices ? *inside != 0 : !strstr(line, "<on_") && !strstr(line, "clock") && !strstr(line, "uuid"))
            printf("    | %s\n", line);
    }
    free(text);
    virDomainUndefine(dom);
    virDomainFree(dom);
}

static void try_head(const char *format, const char *text)
{
    char head[4096];

    snprintf(head, sizeof(head), format, text);
    try("<memory>8192</memory>", head, "");
}

static void try_device(const char *format, const char *text)
{
    char inside[4096];

    snprintf(inside, sizeof(inside), format, text);
    try("<memory>8192</memory>", "", inside);
}

#define ALL(array, call, format) \
    for (size_t i = 0; i < COUNT(array); i++) \
        call(format, (array)[i])

int main(void)
{
    begin();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    ALL(vcpu, try_head, "%s");
    ALL(vcpus, try_head, "<vcpu>4</vcpu>%s");
    ALL(vcpus, try_head, "<vcpu current='2'>4</vcpu>%s");
    ALL(vcpus, try_head, "%s");
    ALL(iothreads, try_head, "%s");
    ALL(cputune, try_head, "<vcpu>4</vcpu><iothreadids><iothread id='2'/><iothread id='4'/></iothreadids>"
                           "<cputune>%s</cputune>");
    ALL(resctrl, try_head, "<vcpu>4</vcpu><cputune>%s</cputune>");
    ALL(others, try_head, "%s");
    for (size_t n = 0; n < COUNT(with_number); n++) {
        for (size_t i = 0; i < COUNT(numbers); i++) {
            char head[512], *place = strstr(with_number[n], "%s");

            snprintf(head, sizeof(head), "%.*s%s%s", (int)(place - with_number[n]), with_number[n], numbers[i],
                     place + 2);
            try_head("%s", head);
        }
    }
    ALL(units, try_head, "<memtune><hard_limit unit='%s'>3000</hard_limit></memtune>");
    ALL(units, try_head, "<vcpu>4</vcpu><cputune><cachetune vcpus='0'><cache id='0' level='3' type='both' size='3' "
                         "unit='%s'/></cachetune></cputune>");
    for (size_t i = 0; i < COUNT(memory); i++)
        try(memory[i], "", "");
    ALL(iotune, try_device, "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/><iotune>%s</iotune>"
                            "</disk>");
    ALL(bandwidth, try_device, "<interface type='user'><mac address='52:54:00:00:00:01'/><bandwidth>%s</bandwidth>"
                               "</interface>");
    ALL(bandwidth, try_device, "<interface type='network'><mac address='52:54:00:00:00:01'/>"
                               "<source network='default'/><bandwidth>%s</bandwidth></interface>");
    ALL(stats, try_device, "<memballoon model='virtio'>%s</memballoon>");
    ALL(devices, try_device, "%s");
    for (size_t i = 0; i < COUNT(errors); i++) {
        for (size_t k = i + 1; k < COUNT(errors); k++) {
            char both[512];

            /* What is there twice is another question. */
            if (strncmp(errors[i], errors[k], 6) == 0)
                continue;
            snprintf(both, sizeof(both), "%s%s", errors[i], errors[k]);
            try_head("%s", both);
        }
    }
    virConnectClose(conn);
    return 0;
}
