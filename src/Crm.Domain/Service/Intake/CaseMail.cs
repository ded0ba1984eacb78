using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>A message that came in and belongs to a case.</summary>
/// <param name="Kind"><see cref="CaseMessageKind.FromCustomer"/>, <see cref="CaseMessageKind.Automatic"/> or <see cref="CaseMessageKind.FromThirdParty"/>.</param>
/// <param name="Author">Name or address of who wrote it.</param>
/// <param name="Body">The text; not blank.</param>
public sealed record CaseMail(CaseMessageKind Kind, string Author, string Body)
{
    /// <summary>What it is.</summary>
    public CaseMessageKind Kind { get; } = Kind is CaseMessageKind.FromCustomer or CaseMessageKind.Automatic or CaseMessageKind.FromThirdParty
        ? Kind
        : throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "What staff writes does not come in.");

    /// <summary>Name or address of who wrote it.</summary>
    public string Author { get; } = Guard.Line(Author, ServiceCase.MaxAuthorLength);

    /// <summary>The text.</summary>
    public string Body { get; } = string.IsNullOrWhiteSpace(Body) ? throw new ArgumentException("A message says something.", nameof(Body)) : Guard.Text(Body, ServiceCase.MaxMessageLength);
}
