using Crm.Domain.Customers;

namespace Crm.Benchmarks;

/// <summary>Synthetic families with twins and a few duplicates among them.</summary>
internal static class Households
{
    private static readonly string[] s_syllables = ["ba", "ro", "mi", "ka", "len", "tor", "vi", "sa", "den", "gu", "per", "no", "lis", "mar", "fe", "hol"];

    private static readonly string[] s_given =
    [
        "William", "Wil", "Will", "Marta", "Maria", "Marie", "Daniel", "Daniela", "Dan", "Jan", "Jana", "Jane", "Eric", "Erica", "Luis", "Luisa", "Anna", "Anne", "Ann", "Hanna",
        "Sofia", "Sofie", "Paul", "Paula", "Pauline", "Christian", "Christina", "Chris", "Robert", "Rob", "Roberta", "Julia", "Julian", "Juliana", "Alex", "Alexander", "Alexandra",
        "Simon", "Simona", "Thomas", "Tom", "Nicole", "Nicola", "Nico", "Peter", "Petra", "Laura", "Lara", "Lea", "Leah", "Leo", "Leon", "Emma", "Emilia", "Emil", "Mia", "Max", "Maximilian",
    ];

    /// <summary>Families of which every tenth child has a twin, often one whose name is like the other's; one person in ten is recorded twice.</summary>
    public static (List<DuplicateRecord> Records, List<int> Customers) Make(int count)
    {
        var random = new Random(20_27);
        var (records, customers) = (new List<DuplicateRecord>(), new List<int>());
        while (records.Count < count)
        {
            var home = new DuplicateRecord
            {
                FamilyName = Word(random, 3), StreetNumber = $"{random.Next(1, 200)}", Street = Word(random, 3) + "straat", City = Word(random, 2) + "stad", Postcode = $"{random.Next(10_000, 99_999)}",
                Phone = $"020{random.Next(1_000_000, 9_999_999)}",
            };
            for (var members = random.Next(1, 5); members > 0; members--)
            {
                var name = random.Next(s_given.Length);
                var person = home with { GivenName = s_given[name], BirthDate = $"{random.Next(1930, 2008)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}", Phone = random.Next(3) > 0 ? home.Phone : null };
                Add(person);
                if (random.Next(10) == 0)
                {
                    var other = (name + 1 + random.Next(random.Next(2) == 0 ? 2 : s_given.Length - 1)) % s_given.Length;
                    Add(person with { GivenName = s_given[other] });
                }
            }
        }

        return (records, customers);

        void Add(DuplicateRecord person)
        {
            var customer = records.Count;
            customers.Add(customer);
            records.Add(person);
            if (random.Next(10) == 0)
            {
                customers.Add(customer);
                records.Add(random.Next(4) switch
                {
                    0 => person with { FamilyName = Slip(random, person.FamilyName!), Phone = null },
                    1 => person with { GivenName = Slip(random, person.GivenName!) },
                    2 => person with { Street = Slip(random, person.Street!), StreetNumber = null },
                    _ => person with { Street = Word(random, 3), StreetNumber = "7", City = Word(random, 2), Postcode = "00100" },
                });
            }
        }
    }

    private static string Word(Random random, int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => s_syllables[random.Next(s_syllables.Length)]));

    private static string Slip(Random random, string text)
    {
        var at = random.Next(1, text.Length - 1);
        return text[..at] + "x" + text[(at + random.Next(2))..];
    }
}
