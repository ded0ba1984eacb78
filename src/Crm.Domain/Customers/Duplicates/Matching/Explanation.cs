namespace Crm.Domain.Customers;

/// <summary>
/// Why two records of different customers agree in more than chance would make them: some fields are shared as if they were one
/// customer's, the others fall as they do for any two.
/// </summary>
/// <param name="Shared">A bit for each <see cref="MatchField"/> that is shared.</param>
/// <param name="Needs">Fields of which one must be comparable for the explanation to stand, because the others of it prove nothing alone.</param>
internal sealed record Explanation(uint Shared, uint Needs)
{
    private const double Any = 1_000;

    private static readonly uint s_locality = Bits(MatchField.Place, MatchField.Postcode, MatchField.Region, MatchField.Country);
    private static readonly uint s_address = s_locality | Bits(MatchField.Number, MatchField.Street, MatchField.Street2);
    private static readonly uint s_person = Bits(MatchField.Given, MatchField.Family);

    /// <summary>Nothing but chance, the same locality, the same address, a family, colleagues, branches, namesakes.</summary>
    public static readonly Explanation[] All =
    [
        new(0, 0),
        new(s_locality, 0),
        new(s_address, 0) { Phone = 1.5, Alike = 2 },
        new(s_address | Bits(MatchField.Family), Bits(MatchField.Family)) { Given = 5, Birth = 5.5, Email = 2.5, Phone = 1 },
        new(s_address | Bits(MatchField.Organisation), s_person) { Email = 4, Phone = 1 },
        new(Bits(MatchField.Organisation), 0) { Email = 2.5 },
        new(s_person | Bits(MatchField.Order, MatchField.Middle), s_person),
    ];

    /// <summary>Most bits that given names can say against it; families reuse names.</summary>
    public double Given { get; init; } = Any;

    /// <summary>Most bits that dates of birth can say against it: twins.</summary>
    public double Birth { get; init; } = Any;

    /// <summary>Most bits that e-mail addresses can say against it: one mailbox for a family or firm.</summary>
    public double Email { get; init; } = Any;

    /// <summary>Most bits that telephone numbers can say against it: one line for a house.</summary>
    public double Phone { get; init; } = Any;

    /// <summary>Most bits that names of organisations with something in common can say against it: what is in one house is often called after it.</summary>
    public double Alike { get; init; } = Any;

    public bool Shares(int field) => (Shared >> field & 1) != 0;

    public double Limit(int field, MatchLevel level) => (MatchField)field switch
    {
        MatchField.Given => Given,
        MatchField.Birth => Birth,
        MatchField.Email => Email,
        MatchField.Phone => Phone,
        MatchField.Organisation when level < MatchLevel.Near => Alike,
        _ => Any,
    };

    private static uint Bits(params ReadOnlySpan<MatchField> fields)
    {
        var bits = 0U;
        foreach (var field in fields)
        {
            bits |= 1U << (int)field;
        }

        return bits;
    }
}
