using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Sends messages to addresses of nobody in particular, at once: for areas that ask before they record somebody. Whether the address may be used the caller asks.</summary>
public interface IAddressMessages
{
    /// <summary>Writes a message and gives it to the sender of e-mail.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the try.</param>
    /// <returns>What the sender answers; or <c>TemplateNotFound</c>, <c>TemplateArchived</c>, <c>TemplateResultTooLarge</c>, <c>HeaderNotOneLine</c>, <c>MessageSenderMissing</c>.</returns>
    Task<CrmResult<SendOutcome>> SendAsync(AddressMessage message, CancellationToken cancellationToken);
}
