using System.Text.Json;

namespace Crm.Domain.Customers;

/// <summary>One rule beside those of fields: its name in JSON, its limits, and where it stands.</summary>
internal sealed record DuplicateRuleMember(
    string Name, double Least, double Most, bool IsWhole, Func<DuplicateRules, double> Get, Func<DuplicateRules, double, DuplicateRules> Set)
{
    private const double LeastRate = 1e-6;
    private const double MostRate = 1_000;

    public static readonly DuplicateRuleMember[] All =
    [
        new("review", 0, 1, false, r => r.Review, (r, v) => r with { Review = v }),
        new("auto", 0, 1, false, r => r.Auto, (r, v) => r with { Auto = v }),
        Flag("learn", r => r.Learn, (r, v) => r with { Learn = v }),
        Flag("oneToOne", r => r.OneToOne, (r, v) => r with { OneToOne = v }),
        new("maxBlock", 2, 1_000, true, r => r.MaxBlock, (r, v) => r with { MaxBlock = (int)v }),
        new("window", 0, 100, true, r => r.Window, (r, v) => r with { Window = (int)v }),
        new("population", 2, int.MaxValue, true, r => r.Population, (r, v) => r with { Population = (int)v }),
        Rate("duplicates", r => r.Duplicates, (r, v) => r with { Duplicates = v }),
        Rate("households", r => r.Households, (r, v) => r with { Households = v }),
        Rate("sameAddresses", r => r.SameAddresses, (r, v) => r with { SameAddresses = v }),
        Rate("colleagues", r => r.Colleagues, (r, v) => r with { Colleagues = v }),
        Rate("branches", r => r.Branches, (r, v) => r with { Branches = v }),
        Rate("namesakes", r => r.Namesakes, (r, v) => r with { Namesakes = v }),
    ];

    /// <summary>Whether the rule is true or false, kept as 1 and 0.</summary>
    public bool IsFlag { get; private init; }

    /// <summary>What the rule can be, as people write it.</summary>
    public string Expected => IsFlag ? "true, false" : FormattableString.Invariant($"{Least} … {Most}");

    /// <summary>Whether a value is within the limits.</summary>
    public bool Allows(double value) => value >= Least && value <= Most && (!IsWhole || Math.Floor(value) == value);

    public void Write(Utf8JsonWriter writer, DuplicateRules rules)
    {
        if (IsFlag)
        {
            writer.WriteBoolean(Name, Get(rules) != 0);
        }
        else
        {
            writer.WriteNumber(Name, Get(rules));
        }
    }

    private static DuplicateRuleMember Rate(string name, Func<DuplicateRules, double> get, Func<DuplicateRules, double, DuplicateRules> set) =>
        new(name, LeastRate, MostRate, false, get, set);

    private static DuplicateRuleMember Flag(string name, Func<DuplicateRules, bool> get, Func<DuplicateRules, bool, DuplicateRules> set) =>
        new(name, 0, 1, true, r => get(r) ? 1 : 0, (r, v) => set(r, v != 0)) { IsFlag = true };
}
