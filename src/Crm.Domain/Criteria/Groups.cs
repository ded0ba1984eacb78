namespace Crm.Domain.Criteria;

/// <summary>Holds when all of its items do; without items it always holds.</summary>
/// <param name="Items">The items.</param>
public sealed record AllOf(IReadOnlyList<Criterion> Items) : Criterion
{
    /// <inheritdoc />
    public bool Equals(AllOf? other) => base.Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>Holds when any of its items does; without items it never holds.</summary>
/// <param name="Items">The items.</param>
public sealed record AnyOf(IReadOnlyList<Criterion> Items) : Criterion
{
    /// <inheritdoc />
    public bool Equals(AnyOf? other) => base.Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>Holds when its item does not.</summary>
/// <param name="Item">The item.</param>
public sealed record NotOf(Criterion Item) : Criterion
{
    /// <inheritdoc />
    public bool Equals(NotOf? other) => base.Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}
