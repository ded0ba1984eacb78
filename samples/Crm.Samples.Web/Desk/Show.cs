using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Web.Desk;

/// <summary>How the pages write times, amounts and names of things. English, in the business's own time zone.</summary>
public sealed class Show(IBusinessZone business, ChannelCatalog channels)
{
    private static readonly LocalDateTimePattern s_time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public string Time(Instant at) => s_time.Format(at.InZone(business.Zone).LocalDateTime);

    public string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public string Money(Money amount) => amount.ToString("N", CultureInfo.InvariantCulture);

    public string Channel(string key) => channels.TryGet(new ChannelKey(key), out var channel) ? channel.Name : key;

    public string Kind(ContactPointKind kind) => kind == ContactPointKind.Email ? "E-mail" : kind.ToString();

    /// <summary>The kind of a timeline row, such as <c>case-opened</c>, as words.</summary>
    public string Kind(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');
}
