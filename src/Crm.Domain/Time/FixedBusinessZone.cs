using NodaTime;

namespace Crm.Domain.Time;

internal sealed class FixedBusinessZone(DateTimeZone zone) : IBusinessZone
{
    public DateTimeZone Zone { get; } = zone;
}
