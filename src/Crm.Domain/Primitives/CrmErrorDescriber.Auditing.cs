namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The record did not exist at the instant, or not any more.</summary>
    /// <param name="record">The record.</param>
    /// <param name="at">The instant, in ISO 8601.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RecordNotFoundAt(string record, string at) =>
        Error(nameof(RecordNotFoundAt), "There was no {0} at {1}.", "at", record, at);
}
