using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>Something that was done to or for a customer, as the customer may see it.</summary>
/// <param name="Id">The row.</param>
/// <param name="At">When.</param>
/// <param name="Kind">
/// Kind of happening: one of the timeline's, such as <c>order-placed</c>; <see cref="PortalActivity.DataChanged"/>; or <see cref="PortalActivity.DataRead"/>.
/// </param>
/// <param name="Text">One line for people; of changed data, their names without values.</param>
/// <param name="By">What kind of principal did it. Members of staff are not told apart.</param>
/// <param name="IsOwn">Whether it was the account that reads.</param>
/// <param name="Name">Name of who did it, where it was the account of a customer; null for all others.</param>
/// <param name="Reference">The record to open for more.</param>
public sealed record PortalActivityItem(Guid Id, Instant At, string Kind, string Text, ActorKind By, bool IsOwn, string? Name, SubjectReference? Reference);
