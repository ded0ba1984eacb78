using NodaTime;

namespace Crm.Domain.Time;

/// <summary>
/// The time zone in which the business counts its days. By default one zone from <c>CrmOptions</c>; hosts whose tenants live in
/// several zones register their own scoped implementation before <c>AddCrm</c>.
/// </summary>
public interface IBusinessZone
{
    /// <summary>The zone of the current tenant.</summary>
    DateTimeZone Zone { get; }
}
