using Crm.Domain.Primitives;

namespace Crm.Domain.Criteria;

/// <summary>
/// A condition on records as data: a tree of <see cref="AllOf"/>, <see cref="AnyOf"/>, <see cref="NotOf"/> and <see cref="Condition"/>
/// that a <see cref="FieldCatalogue{T}"/> checks and compiles. Two trees are equal when their JSON is.
/// </summary>
public abstract record Criterion
{
    /// <summary>How deep groups and conditions may nest, those of <see cref="Condition.Where"/> included.</summary>
    public const int MaxDepth = 12;

    /// <summary>Most groups and conditions of a tree.</summary>
    public const int MaxNodes = 250;

    /// <summary>Most values of one condition.</summary>
    public const int MaxValues = 500;

    private protected Criterion()
    {
    }

    /// <summary>Every record.</summary>
    public static Criterion Everything { get; } = new AllOf([]);

    /// <summary>Reads a tree from JSON.</summary>
    /// <param name="json">The JSON text, in the form that the reference page on criteria describes.</param>
    /// <param name="errors">The words of refusals; <see cref="CrmErrorDescriber.Default"/> when null.</param>
    /// <returns>The tree, or <c>CriteriaMalformed</c>, <c>CriteriaTooLarge</c> with the JSON path as target. Fields and operators are
    /// checked when the tree is compiled.</returns>
    public static CrmResult<Criterion> Parse(string json, CrmErrorDescriber? errors = null) => CriteriaJson.Read(json, errors ?? CrmErrorDescriber.Default);

    /// <summary>The tree as JSON.</summary>
    /// <returns>What <see cref="Parse"/> reads.</returns>
    public string ToJson() => CriteriaJson.Write(this);

    /// <summary>The fields that the tree names, but for those of facts.</summary>
    internal IEnumerable<string> Fields() => Conditions().Select(c => c.Field);

    /// <summary>The conditions of the tree, but for those on facts; with an explicit stack, since nobody has measured the tree yet.</summary>
    internal IEnumerable<Condition> Conditions()
    {
        var open = new Stack<Criterion>([this]);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case Condition condition:
                    yield return condition;
                    break;
                case NotOf not:
                    open.Push(not.Item);
                    break;
                default:
                    foreach (var item in node is AllOf all ? all.Items : ((AnyOf)node).Items)
                    {
                        open.Push(item);
                    }

                    break;
            }
        }
    }

    /// <inheritdoc />
    public virtual bool Equals(Criterion? other) => other is not null && (ReferenceEquals(this, other) || ToJson() == other.ToJson());

    /// <inheritdoc />
    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);
}
