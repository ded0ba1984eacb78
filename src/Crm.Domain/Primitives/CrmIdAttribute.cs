namespace Crm.Domain.Primitives;

/// <summary>Marks an empty <c>readonly partial record struct</c> that the build completes with the members of a named id.</summary>
/// <param name="subjectKind">Kind of record, see <see cref="SubjectKinds"/>, for ids of records that timelines and links point at; they get <c>ToSubject()</c>.</param>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class CrmIdAttribute(string? subjectKind = null) : Attribute
{
    public string? SubjectKind { get; } = subjectKind;
}
