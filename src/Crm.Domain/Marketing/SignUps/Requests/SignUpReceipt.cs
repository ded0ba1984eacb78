using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What every visitor gets who sends a form, whether the address is known or not.</summary>
/// <param name="ConfirmUntil">Until when the message that comes can be confirmed.</param>
public sealed record SignUpReceipt(Instant ConfirmUntil);
