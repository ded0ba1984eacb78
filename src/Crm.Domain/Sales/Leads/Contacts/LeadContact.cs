using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// One contact with a lead that is no customer yet, as it took place. Part of <see cref="Lead"/>; never rewritten. When the lead becomes a
/// customer, it becomes an interaction of that customer and is gone from here.
/// </summary>
public sealed class LeadContact
{
    /// <summary>Kind of its entry in the lead's timeline.</summary>
    public const string TimelineKind = "lead-contacted";

    /// <summary>Longest subject.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>Longest text of what was said.</summary>
    public const int MaxBodyLength = 20_000;

    /// <summary>Longest number or address.</summary>
    public const int MaxAddressLength = 320;

    private LeadContact() => (Channel, Subject) = (null!, null!);

    internal LeadContact(int ordinal, LeadContactDetails details, string? agentId, Instant now)
    {
        ArgumentNullException.ThrowIfNull(details);
        (Ordinal, Channel, Direction) = (ordinal, details.Channel, Guard.Defined(details.Direction));
        Subject = Guard.Line(details.Subject, MaxSubjectLength);
        Body = details.Body is null ? null : Guard.Text(details.Body, MaxBodyLength);
        At = Guard.Storable((details.At ?? now).ToMicroseconds(), nameof(details.At));
        AgentId = Guard.OptionalLine(agentId, Actor.MaxIdLength);
        Address = Guard.OptionalLine(details.Address, MaxAddressLength);
        Duration = details.Duration is not { } length || length >= NodaTime.Duration.Zero ? details.Duration : throw new ArgumentException("A contact does not end before it begins.", nameof(details));
        if (At > now)
        {
            throw new ArgumentException("A contact that is recorded has begun.", nameof(details));
        }
    }

    /// <summary>The place among the contacts of the lead, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The channel.</summary>
    public ChannelKey Channel { get; private set; }

    /// <summary>Who began it.</summary>
    public Direction Direction { get; private set; }

    /// <summary>What it was about.</summary>
    public string Subject { get; private set; }

    /// <summary>What was said or written.</summary>
    public string? Body { get; private set; }

    /// <summary>When it began.</summary>
    public Instant At { get; private set; }

    /// <summary>How long it took.</summary>
    public Duration? Duration { get; private set; }

    /// <summary>The agent it is tied to.</summary>
    public string? AgentId { get; private set; }

    /// <summary>The lead's number or address.</summary>
    public string? Address { get; private set; }

    /// <summary>The same contact, of a customer.</summary>
    internal ContactDetails Of(CustomerId customer, CustomerId? organisation, SubjectReference? about) => new(customer, Channel, Direction, Subject)
    {
        Body = Body, At = At, Duration = Duration, AgentId = AgentId, CustomerAddress = Address, OrganisationId = organisation, About = about,
    };
}
