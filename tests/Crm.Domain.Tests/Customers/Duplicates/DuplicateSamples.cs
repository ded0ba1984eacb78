using Crm.Domain.Customers;

namespace Crm.Domain.Tests.Customers;

/// <summary>Families with a few duplicates among them, the same in every run.</summary>
internal static class DuplicateSamples
{
    private static readonly string[] s_syllables = ["ba", "ro", "mi", "ka", "len", "tor", "vi", "sa", "den", "gu", "per", "no", "lis", "mar", "fe", "hol"];

    public static (List<DuplicateRecord> Records, List<int> Customers) People(int count, int duplicates)
    {
        var random = new Random(20_26);
        var (records, customers) = (new List<DuplicateRecord>(), new List<int>());
        while (records.Count < count)
        {
            var (family, street, city, postcode) = (Word(3), Word(3) + "straat", Word(2) + "stad", $"{random.Next(10_000, 99_999)}");
            var (number, phone) = ($"{random.Next(1, 200)}", $"020{random.Next(1_000_000, 9_999_999)}");
            for (var members = random.Next(1, 5); members > 0 && records.Count < count; members--)
            {
                customers.Add(records.Count);
                records.Add(new DuplicateRecord
                {
                    GivenName = Word(2), FamilyName = family, BirthDate = $"{random.Next(1930, 2008)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
                    StreetNumber = number, Street = street, City = city, Postcode = postcode, Phone = random.Next(3) > 0 ? phone : null,
                });
            }
        }

        foreach (var original in Enumerable.Range(0, count).OrderBy(_ => random.Next()).Take(duplicates).ToList())
        {
            var record = records[original];
            customers.Add(original);
            records.Add(random.Next(4) switch
            {
                0 => record with { FamilyName = Slip(record.FamilyName!), Phone = null },
                1 => record with { GivenName = record.FamilyName, FamilyName = record.GivenName },
                2 => record with { GivenName = Slip(record.GivenName!), Street = Slip(record.Street!) },
                _ => record with { Street = Word(3), StreetNumber = "7", City = Word(2), Postcode = "00100" },
            });
        }

        return (records, customers);

        string Word(int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => s_syllables[random.Next(s_syllables.Length)]));

        string Slip(string text)
        {
            var at = random.Next(1, text.Length - 1);
            return text[..at] + "x" + text[(at + random.Next(2))..];
        }
    }
}
