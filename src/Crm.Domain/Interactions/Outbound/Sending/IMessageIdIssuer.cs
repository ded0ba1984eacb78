using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Makes the Message-IDs under which answers find what they answer. Hosts may replace it.</summary>
public interface IMessageIdIssuer
{
    /// <summary>Makes a Message-ID.</summary>
    /// <param name="id">The message.</param>
    /// <param name="about">The record it is about.</param>
    /// <param name="domain">The domain of the sender.</param>
    /// <returns>The Message-ID with its angle brackets; unique.</returns>
    string Issue(OutboundMessageId id, SubjectReference? about, string domain);
}
