using Crm.Domain.Primitives;

namespace Crm.Domain.Access;

/// <summary>Notes who read which record, where the host wants that. Front doors that show all of one record tell it.</summary>
public interface IAccessLog
{
    /// <summary>Notes that the actor of the scope read a record. Written at once, in the open transaction if there is one.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="act">Name of what was read, such as <c>customers.find</c>.</param>
    /// <param name="cancellationToken">Cancels the note.</param>
    /// <returns>When it is written.</returns>
    Task NoteAsync(SubjectReference subject, string act, CancellationToken cancellationToken);
}
