using System.Globalization;
using Crm.Domain.Customers;
using Crm.Persistence.Specification.Crash;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

// Writes stories into a database and acknowledges each save on its standard output, until it is done or killed:
// <sqlite|postgresql> <connection string> <customer> <writers> <stories per writer, 0 for no end>
// or raises deadlines until none is due, and acknowledges how many levels each round raised:
// <sqlite|postgresql> <connection string> monitor 0 0
// or publishes knowledge items, acknowledges each, and ends when it finds what another process has published:
// <sqlite|postgresql> <connection string> knowledge <items> 0
// or imports customers, going on where an earlier process stopped, and acknowledges each checkpoint:
// <sqlite|postgresql> <connection string> import <rows> <rows of a batch>
// or delivers stored events to rules, and acknowledges each round:
// <sqlite|postgresql> <connection string> rules 0 0
var (provider, connectionString) = (args[0], args[1]);
var (isImport, isMonitor) = (args[2] == "import", args[2] == "monitor");
var isPublisher = args[2] == "knowledge";
var isRules = args[2] == "rules";
var customer = isImport || isMonitor || isPublisher || isRules ? default : CustomerId.From(Guid.Parse(args[2]));
var (writers, stories) = (int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
var setup = new HostSetup { Services = services => services.AddSingleton<IClock>(SystemClock.Instance), Persistence = options => options.BatchSize = isRules ? 5 : options.BatchSize };
await using var host = new CrmTestHost<SpecificationContext>(
    connectionString, o => _ = provider == "sqlite" ? o.UseSqlite(connectionString) : o.UseNpgsql(connectionString), setup);
await using (var work = host.Work())
{
    _ = await work.Context.Set<Customer>().CountAsync();
}

Console.WriteLine("ready");
if (await Console.In.ReadLineAsync() is null)
{
    return 2;
}

// The input ends with whoever started this process: nobody would kill it then.
_ = Task.Run(async () =>
{
    await Console.In.ReadToEndAsync();
    Environment.Exit(3);
});
if (isMonitor)
{
    await MonitorWriter.RunAsync(host, a => Console.Out.WriteLine(a.ToString()));
    return 0;
}

if (isRules)
{
    await RuleWriter.RunAsync(host, a => Console.Out.WriteLine(a.ToString()));
    return 0;
}

if (isPublisher)
{
    await KnowledgeWriter.RunAsync(host, writers, a => Console.Out.WriteLine(a.ToString()));
    return 0;
}

if (isImport)
{
    await ImportWriter.RunAsync(host, writers, stories, a => Console.Out.WriteLine(a.ToString()));
    return 0;
}

await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
{
    var writer = new StoryWriter(host, customer, a => Console.Out.WriteLine(a.ToString()));
    for (var i = 0; stories == 0 || i < stories; i++)
    {
        await writer.WriteAsync();
    }
})));
return 0;
