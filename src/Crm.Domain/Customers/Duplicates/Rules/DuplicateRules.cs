namespace Crm.Domain.Customers;

/// <summary>
/// The rules by which duplicates are found, as data: thresholds, expectations and, for each field, how often its levels occur.
/// Only the expectations of <see cref="Default"/> are needed: the finder learns the rest from the records it is given
/// (<see cref="Learn"/>).
/// </summary>
public sealed partial record DuplicateRules
{
    /// <summary>The rules that are used when none are given.</summary>
    public static DuplicateRules Default { get; } = new();

    /// <summary>From this probability on a pair is shown for review; 0.25 by default, as looking at four pairs is worth one duplicate found.</summary>
    public double Review { get; init; } = .25;

    /// <summary>From this probability on a pair can be merged without a person looking, unless strong fields contradict; 0.99 by default.</summary>
    public double Auto { get; init; } = .99;

    /// <summary>Whether probabilities are learned from the records by expectation maximisation, starting from these rules; true by default.</summary>
    public bool Learn { get; init; } = true;

    /// <summary>With two files, whether a record has at most one partner in the other file, unless that file holds duplicates itself; true by default.</summary>
    public bool OneToOne { get; init; } = true;

    /// <summary>Records that may share a key and still all be compared with each other; of more, only neighbours are. 2 to 1,000, 32 by default.</summary>
    public int MaxBlock { get; init; } = 32;

    /// <summary>How many neighbours on each side a record is compared with in an order; 0 to 100, 3 by default.</summary>
    public int Window { get; init; } = 3;

    /// <summary>Customers that the records are taken from, for a comparison of two records alone; 10,000 by default.</summary>
    public int Population { get; init; } = 10_000;

    /// <summary>Expected pairs of duplicates for each record; 0.1 by default.</summary>
    public double Duplicates { get; init; } = .1;

    /// <summary>Expected pairs of different customers with the same family name, address and number for each record: families; 0.1 by default.</summary>
    public double Households { get; init; } = .1;

    /// <summary>Expected pairs of different customers at the same address for each record: neighbours of one house, shops of one mall; 0.1 by default.</summary>
    public double SameAddresses { get; init; } = .1;

    /// <summary>Expected pairs of persons at the same organisation for each record; 0.1 by default.</summary>
    public double Colleagues { get; init; } = .1;

    /// <summary>Expected pairs of different places of one organisation for each record: branches; 0.1 by default.</summary>
    public double Branches { get; init; } = .1;

    /// <summary>Expected pairs of different persons with the same name for each record; 0.03 by default.</summary>
    public double Namesakes { get; init; } = .03;

    /// <summary>The rules of fields by their codes (<see cref="DuplicateFields"/>); a field that is not there is not compared.</summary>
    public IReadOnlyDictionary<string, DuplicateFieldRule> Fields { get; init; } = DuplicateFieldDefaults.All;
}
