using Crm.Domain.Values;

namespace Crm.Domain.Primitives;

/// <summary>Points at a record of any area by kind and id, where areas must not know each other's types.</summary>
/// <param name="Kind">Kind of record; see <see cref="SubjectKinds"/>; hosts may use kinds of their own.</param>
/// <param name="Id">The record's id; not the empty GUID.</param>
public sealed record SubjectReference(string Kind, Guid Id)
{
    /// <summary>Longest kind.</summary>
    public const int MaxKindLength = 32;

    /// <summary>Kind of record; one line of 1 to 32 characters.</summary>
    /// <exception cref="ArgumentException">The value has another form.</exception>
    public string Kind { get; init => field = SingleLine.Required(value, MaxKindLength, nameof(Kind)); } = SingleLine.Required(Kind, MaxKindLength, nameof(Kind));

    /// <summary>The record's id.</summary>
    /// <exception cref="ArgumentException">The value is the empty GUID.</exception>
    public Guid Id { get; init => field = NotEmpty(value); } = NotEmpty(Id);

    private static Guid NotEmpty(Guid id) => id == Guid.Empty ? throw new ArgumentException("A reference names a record.", nameof(id)) : id;
}
