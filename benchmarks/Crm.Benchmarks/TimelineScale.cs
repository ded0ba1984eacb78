using System.Diagnostics;
using System.Globalization;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>
/// Pages of 50 rows out of many millions, of customers with short and with long histories, against the same SQL by hand: goal at most 1.5,
/// and the same time however long the history is. <c>timeline 10000000 sqlite</c>.
/// </summary>
public static class TimelineScale
{
    private const int EntriesEach = 100;
    private const int Rounds = 15;
    private const int PagesOfARound = 200;

    public static async Task RunAsync(int rows, Database kind)
    {
        await using var host = await BenchmarkHost.StartAsync(kind);
        (string Name, int Entries)[] histories = [("100", EntriesEach), ("10,000", 10_000), ("a tenth of all", rows / 10)];
        var subjects = histories.Select((h, i) => new Guid(i + 1, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 1])).ToArray();
        var watch = Stopwatch.StartNew();
        TimelineRows.Write(kind, host.ConnectionString, () => Rows(rows, subjects, histories));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows written in {watch.Elapsed.TotalSeconds:0} s, {kind}"));
        Console.WriteLine("| History | Page | By hand, µs | Library, µs | Ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var i = 0; i < subjects.Length; i++)
        {
            foreach (var (page, channel) in new[] { ("first", null), ("in the middle", null), ("first, of one channel in ten", "fax") })
            {
                await MeasureAsync(host, kind, subjects[i], histories[i].Name, page, channel);
            }
        }
    }

    private static async Task MeasureAsync(BenchmarkHost host, Database kind, Guid subject, string history, string page, string? channel)
    {
        var criteria = new TimelineCriteria { Channels = channel is null ? [] : [new ChannelKey(channel)] };
        (DateTime At, Guid Id)? after = null;
        if (page == "in the middle")
        {
            await using var connection = AdoNet.Connect(kind, host.ConnectionString);
            var first = await TimelinePage.ReadAsync(connection, subject);
            after = (first.LastAt, first.LastId);
        }

        var request = new PageRequest { After = after is { } place ? new PageKey(Instant.FromDateTimeUtc(DateTime.SpecifyKind(place.At, DateTimeKind.Utc)), place.Id) : null };
        var (byHand, library) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            byHand.Add(await TimeAsync(async () =>
            {
                await using var connection = AdoNet.Connect(kind, host.ConnectionString);
                return (await TimelinePage.ReadAsync(connection, subject, after, channel)).Rows;
            }));
            library.Add(await TimeAsync(async () =>
            {
                await using var scope = host.Services.CreateAsyncScope();
                var items = await scope.ServiceProvider.GetRequiredService<ContactHistory>().TimelineAsync(new SubjectReference(SubjectKinds.Customer, subject), criteria, request);
                return items.Items.Count;
            }));
        }

        var (hand, ours) = (Median(byHand), Median(library));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {history} | {page} | {hand:0} | {ours:0} | {ours / hand:0.00} |"));
    }

    private static async Task<double> TimeAsync(Func<Task<int>> read)
    {
        var watch = Stopwatch.StartNew();
        for (var page = 0; page < PagesOfARound; page++)
        {
            if (await read() == 0)
            {
                throw new InvalidOperationException("An empty page measures nothing.");
            }
        }

        return watch.Elapsed.TotalMicroseconds / PagesOfARound;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    // In order of time, as contacts happen: the long histories are spread over all of it.
    private static IEnumerable<TimelineRow> Rows(int rows, Guid[] subjects, (string Name, int Entries)[] histories)
    {
        var random = new Random(7);
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        var customers = (rows - histories.Sum(h => h.Entries)) / EntriesEach;
        var others = Enumerable.Range(0, customers).Select(i => new Guid(i, 1, 0, [0x80, 0, 0, 0, 0, 0, 0, 2])).ToArray();
        var left = histories.Select(h => h.Entries).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var at = start + Duration.FromMilliseconds(i * 37L);
            var own = Array.FindIndex(left, l => l > 0 && random.NextDouble() * (rows - i) < l);
            if (own >= 0)
            {
                left[own]--;
            }

            yield return new TimelineRow(
                new Guid(0x01900000, (short)(i >> 16), (short)i, [0x80, 0, 0, 0, 0, 0, 0, 3]),
                own >= 0 ? subjects[own] : others[random.Next(customers)],
                new Guid(i, 2, 0, [0x80, 0, 0, 0, 0, 0, 0, 4]),
                at.ToDateTimeUtc(),
                string.Create(CultureInfo.InvariantCulture, $"Asked about order {i}"),
                i % 10 == 0 ? "fax" : "phone");
        }
    }
}
