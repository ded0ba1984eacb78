using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>A record that an interaction was about. Part of <see cref="Interaction"/>.</summary>
public sealed class InteractionLink
{
    private InteractionLink() => SubjectKind = null!;

    internal InteractionLink(SubjectReference subject)
    {
        SubjectKind = Guard.Line(subject.Kind, 32);
        SubjectId = subject.Id;
    }

    /// <summary>Kind of record; see <see cref="SubjectKinds"/>.</summary>
    public string SubjectKind { get; private set; }

    /// <summary>The record's id.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Both as one value.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => new(SubjectKind, SubjectId);
}
