using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What criteria on customers may ask of their contacts.</summary>
internal sealed class InteractionFields : IRelatedFields
{
    private static readonly AllOf s_inbound = By("inbound");
    private static readonly AllOf s_outbound = By("outbound");
    private static readonly ChoiceKind<ChannelKey?> s_channel = new(Channel, []);

    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "interactions";

    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<Interaction, Instant?>(
            Relation,
            InstantKind.Instance,
            i => i.At,
            fields => fields.Scalar("channel", s_channel, i => i.Channel).Scalar("direction", ChoiceKinds.Of<Direction>(), i => i.Direction).Scalar("agent", ChoiceKinds.Open, i => i.AgentId)
                .Scalar("automatic", FlagKind.Instance, i => i.IsAutomatic))
        ?.Count("count").Count("inbound", s_inbound).Count("outbound", s_outbound)
        .Exists("exists").First("first").Last("last").Last("lastInbound", s_inbound).Last("lastOutbound", s_outbound).Values<ChannelKey?>("channel").Values<Direction?>("direction").Facts("interaction").Facts("contact");

    // As the statistics count: without what machines wrote. A fact that does not say is a person's.
    private static AllOf By(string direction) =>
        new([new Condition("direction", CriteriaOperators.Equal, direction), new Condition("automatic", CriteriaOperators.NotEqual, true)]);

    private static ChannelKey? Channel(string text)
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
