using System.Diagnostics;
using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Tests.Customers;

namespace Crm.Benchmarks;

/// <summary>
/// Finds the duplicates among many synthetic customers once, and says what that took: <c>duplicates 1000000</c>, <c>duplicates 10000 wide</c>
/// with the columns of FEBRL, <c>duplicates 10000 households</c> with families and twins.
/// </summary>
internal static class DuplicateScale
{
    private const int DuplicatesPerThousand = 100;
    private static readonly string[] s_regions = ["nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"];

    public static void Run(int count, string kind)
    {
        var (records, customers) = kind == "households" ? DuplicateSamples.Households(count) : Make(count, kind == "wide");
        var truth = customers.GroupBy(c => c).Sum(g => (long)g.Count() * (g.Count() - 1) / 2);
        var (before, cpu) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var found = new DuplicateMatcher().FindWithin(records);
        var (took, used) = (Stopwatch.GetElapsedTime(before), Process.GetCurrentProcess().TotalProcessorTime - cpu);
        long right = found.Pairs.Count(p => customers[p.Left] == customers[p.Right]);
        var auto = found.Pairs.Where(p => p.Tier == DuplicateTiers.Auto).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            records      {found.Records:N0}
            comparisons  {found.Comparisons:N0} ({(double)found.Comparisons / found.Records:N1} a record; all pairs are {(double)found.Records * (found.Records - 1) / 2:N0})
            pairs        {found.Pairs.Count:N0} of {truth:N0} true ones; precision {(double)right / found.Pairs.Count:N4}, recall {(double)right / truth:N4}
            auto         {auto.Count:N0}, precision {(double)auto.Count(p => customers[p.Left] == customers[p.Right]) / auto.Count:N5}
            time         {took.TotalSeconds:N1} s, {used.TotalSeconds:N1} s of CPU
            memory       {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576d:N0} MB at most
            """));
    }

    private static (List<DuplicateRecord> Records, List<int> Customers) Make(int count, bool isWide)
    {
        var random = new Random(1);
        string[] syllables = ["ba", "ro", "mi", "ka", "len", "tor", "vi", "sa", "den", "gu", "per", "no", "lis", "mar", "fe", "hol", "wen", "dri", "sko", "ul"];
        string Word(int parts) => string.Concat(Enumerable.Range(0, parts).Select(_ => syllables[random.Next(syllables.Length)]));
        var given = Enumerable.Range(0, 2_000).Select(_ => Word(2 + random.Next(2))).ToArray();
        var family = Enumerable.Range(0, 50_000).Select(_ => Word(2 + random.Next(3))).ToArray();
        var streets = Enumerable.Range(0, 30_000).Select(_ => Word(3) + " street").ToArray();
        var places = Enumerable.Range(0, 4_000).Select(_ => Word(3)).ToArray();

        // Squared, so that some names are much more common than others.
        string Pick(string[] from) => from[(int)(from.Length * Math.Pow(random.NextDouble(), 2))];
        var (records, customers) = (new List<DuplicateRecord>(count), new List<int>(count));
        while (records.Count < count)
        {
            var place = random.Next(places.Length);
            var record = new DuplicateRecord
            {
                GivenName = Pick(given), FamilyName = Pick(family), BirthDate = $"{random.Next(1930, 2008)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
                StreetNumber = $"{random.Next(1, 200)}", Street = Pick(streets), City = places[place], Postcode = $"{10_000 + place}",
                Phone = random.Next(2) == 0 ? $"0{random.Next(20, 99)}{random.Next(1_000_000, 9_999_999)}" : null,
            };
            if (isWide)
            {
                record = record with
                {
                    Street2 = random.Next(3) > 0 ? Pick(streets)[..^7] + " village" : null, Suburb = record.City, City = null, Region = s_regions[place % s_regions.Length],
                    NationalId = $"{random.Next(1_000_000, 9_999_999)}", Phone = null,
                };
            }

            customers.Add(records.Count);
            records.Add(record);
            if (random.Next(1_000) < DuplicatesPerThousand && records.Count < count)
            {
                customers.Add(records.Count - 1);
                records.Add(random.Next(3) switch
                {
                    0 => record with { FamilyName = Slip(record.FamilyName!), Phone = null },
                    1 => record with { GivenName = Slip(record.GivenName!), Street = Slip(record.Street!) },
                    _ => record with { Street = Pick(streets), StreetNumber = "7", City = places[0], Postcode = "10000" },
                });
            }
        }

        return (records, customers);

        string Slip(string text)
        {
            var at = random.Next(1, text.Length - 1);
            return text[..at] + "x" + text[(at + random.Next(2))..];
        }
    }
}
