using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>One field of which one value survives: how to read it, how complete it is, and how to take it over.</summary>
internal sealed record MergeField(string Name, Func<Customer, string?> Text, Func<Customer, int> Parts, Action<Customer, Customer, Instant> Take)
{
    /// <summary>Decides whose value survives.</summary>
    public MergeFieldDecision Decide(Customer survivor, Customer absorbed, MergeOptions options, MergeSide newest)
    {
        var (ours, theirs) = (Text(survivor), Text(absorbed));
        if (options.Choices.TryGetValue(Name, out var chosen))
        {
            return new(Name, ours, theirs, ours == theirs ? MergeSide.Both : chosen, SurvivorshipRule.Chosen);
        }

        // Of two histories, the one that was moved last tells where the customer stands.
        var isOwn = options.Rules.TryGetValue(Name, out var own);
        var rule = isOwn ? own : Name == MergeFields.Lifecycle ? SurvivorshipRule.Newest : options.Rule;
        if (Name == MergeFields.Lifecycle)
        {
            newest = absorbed.Lifecycle.Count > 0 && (survivor.Lifecycle.Count == 0 || absorbed.StageSince > survivor.StageSince) ? MergeSide.Absorbed : MergeSide.Survivor;
        }

        var origin = ours == theirs ? MergeSide.Both
            : theirs is null ? MergeSide.Survivor
            : ours is null ? MergeSide.Absorbed
            : rule switch
            {
                SurvivorshipRule.Newest => newest,
                SurvivorshipRule.Longest => theirs.Length > ours.Length ? MergeSide.Absorbed : MergeSide.Survivor,
                SurvivorshipRule.MostComplete => Parts(absorbed) > Parts(survivor) ? MergeSide.Absorbed : MergeSide.Survivor,
                _ => MergeSide.Survivor,
            };
        return new(Name, ours, theirs, origin, rule);
    }
}
