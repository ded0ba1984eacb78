using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Samples.Web.Api;

/// <summary>Turns what a caller wrote into what the CRM takes, and names everything that is wrong at once.</summary>
public static class ContactReading
{
    public static CrmResult<ContactDetails> Read(RecordContact written, CrmErrorDescriber errors)
    {
        var wrong = new List<CrmError>();
        if (written.CustomerId == Guid.Empty)
        {
            wrong.Add(errors.InvalidValue("customerId", "The default id names no customer."));
        }

        if (ChannelOf(written.Channel) is not { } channel)
        {
            wrong.Add(errors.InvalidValue("channel", "A key of a channel was expected, such as phone."));
            channel = Channels.Phone;
        }

        // Names only: Enum.TryParse alone would take numbers too.
        if (!written.Direction.All(char.IsAsciiLetter) || !Enum.TryParse<Direction>(written.Direction, ignoreCase: true, out var direction))
        {
            wrong.Add(errors.InvalidValue("direction", "One of inbound, outbound and internal was expected."));
            direction = default;
        }

        return wrong.Count > 0
            ? CrmResult<ContactDetails>.Failed(wrong)
            : new ContactDetails(CustomerId.From(written.CustomerId), channel, direction, written.Subject)
            {
                Body = written.Body,
                At = written.At is { } at ? Instant.FromDateTimeOffset(at) : null,
                Duration = written.DurationSeconds is { } seconds ? Duration.FromSeconds(seconds) : null,
                ExternalId = written.ExternalId,
            };
    }

    private static ChannelKey? ChannelOf(string text)
    {
        try
        {
            return new ChannelKey(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
