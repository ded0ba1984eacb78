using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What criteria on customers may ask of their contacts.</summary>
internal sealed class InteractionFields : IRelatedFields
{
    private static readonly ChoiceKind<ChannelKey?> s_channel = new(Channel, []);

    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "interactions";

    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<Interaction, Instant?>(
            Relation,
            InstantKind.Instance,
            i => i.At,
            fields => fields.Scalar("channel", s_channel, i => i.Channel).Scalar("direction", ChoiceKinds.Of<Direction>(), i => i.Direction).Scalar("agent", ChoiceKinds.Open, i => i.AgentId))
        ?.Count("count").Exists("exists").Last("last").Values<ChannelKey?>("channel").Values<Direction?>("direction").Facts("interaction").Facts("contact");

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
