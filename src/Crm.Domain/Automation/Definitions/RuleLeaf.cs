using Crm.Domain.Criteria;

namespace Crm.Domain.Automation;

/// <summary>One condition of a rule, with the kind of record that it asks, taken from the beginning of its field.</summary>
/// <param name="Path">Where it stands, as a JSON path.</param>
/// <param name="Kind">What it asks: <c>event</c>, or a kind of record.</param>
/// <param name="Condition">The condition, its field named without the kind.</param>
internal sealed record RuleLeaf(string Path, string Kind, Condition Condition)
{
    public const string Event = "event";

    public static RuleLeaf Of(Condition condition, string path)
    {
        var dot = condition.Field.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0
            ? new RuleLeaf(path, string.Empty, condition)
            : new RuleLeaf(path, condition.Field[..dot], condition with { Field = condition.Field[(dot + 1)..] });
    }

    public static IEnumerable<RuleLeaf> AllOf(Criterion criterion, string path) => criterion switch
    {
        AllOf all => all.Items.SelectMany((item, i) => AllOf(item, $"{path}.all[{i}]")),
        AnyOf any => any.Items.SelectMany((item, i) => AllOf(item, $"{path}.any[{i}]")),
        NotOf not => AllOf(not.Item, $"{path}.not"),
        _ => [Of((Condition)criterion, path)],
    };
}
