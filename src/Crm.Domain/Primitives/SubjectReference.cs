namespace Crm.Domain.Primitives;

/// <summary>Points at a record of any area by kind and id, where areas must not know each other's types.</summary>
/// <param name="Kind">Kind of record; see <see cref="SubjectKinds"/>; hosts may use kinds of their own, at most 32 characters.</param>
/// <param name="Id">The record's id.</param>
public sealed record SubjectReference(string Kind, Guid Id);
