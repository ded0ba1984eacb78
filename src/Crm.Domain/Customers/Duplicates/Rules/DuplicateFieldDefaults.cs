using System.Collections.Frozen;

namespace Crm.Domain.Customers;

/// <summary>
/// What is expected of each field where nothing was learned yet. Rows: share of one value; then different, partial, similar, near
/// and exact among records of one customer; then the same among records of two.
/// </summary>
internal static class DuplicateFieldDefaults
{
    public static readonly FrozenDictionary<string, DuplicateFieldRule> All = new Dictionary<string, DuplicateFieldRule>(StringComparer.Ordinal)
    {
        [DuplicateFields.GivenName] = Rule(.004, [.04, .05, .05, .12, .74], [.92, .03, .035, .005, .01]),
        [DuplicateFields.MiddleName] = Rule(.01, [.10, .20, .04, .06, .60], [.80, .12, .03, .01, .04]),
        [DuplicateFields.FamilyName] = Rule(.001, [.04, .03, .04, .10, .79], [.955, .005, .03, .004, .006]),
        [DuplicateFields.NameOrder] = Rule(1, [.001, .03, .001, .001, .967], [.001, .3, .001, .001, .697]),
        [DuplicateFields.Organisation] = Rule(.00001, [.06, .08, .12, .16, .58], [.955, .03, .01, .003, .002]),
        [DuplicateFields.BirthDate] = Rule(.00004, [.03, .03, .04, .15, .75], [.909, .08, .01, .0009, .0001]),
        [DuplicateFields.Email] = Rule(.000001, [.25, .01, .06, .06, .62], [.9979, .0001, .001, .0009, .0001]),
        [DuplicateFields.Phone] = Rule(.000001, [.27, .01, .01, .08, .63], [.9988, .0001, .0001, .0009, .0001]),
        [DuplicateFields.StreetNumber] = Rule(.01, [.10, .02, .05, .06, .77], [.93, .01, .03, .01, .02]),
        [DuplicateFields.Street] = Rule(.001, [.07, .06, .09, .12, .66], [.93, .04, .02, .005, .005]),
        [DuplicateFields.Street2] = Rule(.002, [.18, .08, .08, .10, .56], [.93, .04, .02, .005, .005]),
        [DuplicateFields.Place] = Rule(.01, [.10, .05, .05, .08, .72], [.92, .02, .02, .01, .03]),
        [DuplicateFields.Postcode] = Rule(.003, [.10, .05, .01, .10, .74], [.93, .03, .01, .02, .01]),
        [DuplicateFields.Region] = Rule(.1, [.06, .01, .01, .03, .89], [.75, .02, .01, .02, .20]),
        [DuplicateFields.Country] = Rule(.3, [.02, .005, .005, .01, .96], [.30, .005, .005, .01, .68]),
        [DuplicateFields.NationalId] = Rule(.0000001, [.04, .005, .04, .08, .835], [.9977, .0001, .001, .0002, .00001]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static DuplicateFieldRule Rule(double frequency, double[] agreement, double[] chance) => new()
    {
        Frequency = frequency,
        Levels = DuplicateLevels.All.Select((level, i) => (level, Rule: new DuplicateLevelRule(agreement[i], chance[i])))
            .ToFrozenDictionary(l => l.level, l => l.Rule, StringComparer.Ordinal),
    };
}
