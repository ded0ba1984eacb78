using System.CommandLine;
using System.Security.Cryptography;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Console.Story;

/// <summary><c>crm tour</c>.</summary>
internal static class TourCommand
{
    private const int MostTours = 1000;

    public static Command Create() => new Command(
        "tour",
        "Tell a customer's story on a fresh database: --db, or crm.db, crm-2.db, …, the first that is free.").Does(async (run, token) =>
    {
        var clock = new StoryClock();
        var (database, host) = await OpenFreshAsync(run, clock, token);
        await using (host)
        {
            var tour = new Tour(host, clock, database);
            var record = await ProgressDisplay.RunAsync("Tour", progress => tour.RunAsync(progress, token));
            run.Output.Write(TourDocument.Of(record), report => TourPage.Print(report, record));
        }
    });

    private static async Task<(string Database, CrmHost Host)> OpenFreshAsync(Run run, StoryClock clock, CancellationToken cancellationToken)
    {
        if (run.NamesDatabase)
        {
            return await TryOpenFreshAsync(run.Database, clock, cancellationToken) is { } named
                ? (run.Database, named)
                : throw CommandFailure.Refused("DatabaseNotFresh", "The database holds customers already. The tour needs a fresh one: name another with --db.", "db");
        }

        for (var tour = 1; tour <= MostTours; tour++)
        {
            var file = tour == 1 ? CommonOptions.DefaultDatabase : $"crm-{tour}.db";
            if (await TryOpenFreshAsync(file, clock, cancellationToken) is { } fresh)
            {
                if (tour > 1)
                {
                    CommandOutput.Notice($"{CommonOptions.DefaultDatabase} holds customers already; this tour is in {file}. Look at it with --db {file}.");
                }

                return (file, fresh);
            }
        }

        throw CommandFailure.Refused("DatabaseNotFresh", $"{MostTours} tours are in this folder. Name a database with --db.", "db");
    }

    // Where there is no key yet, readers are hashed under one that is thrown away: the story needs it for an hour.
    private static void KeepsReaders(CrmOptions options) => options.KnowledgeReading.ReaderSecret ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static async Task<CrmHost?> TryOpenFreshAsync(string database, StoryClock clock, CancellationToken cancellationToken)
    {
        var host = await CrmHost.OpenAsync(database, cancellationToken, clock, KeepsReaders, TourAnalysis.Settle);
        await using (var session = host.Begin(Terminal.Agent))
        {
            var anybody = await session.Customers.ListAsync(new CustomerCriteria(), new PageRequest { Take = 1 }, cancellationToken);
            if (anybody.Items.Count == 0)
            {
                return host;
            }
        }

        await host.DisposeAsync();
        return null;
    }
}
