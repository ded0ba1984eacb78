using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

internal sealed class ActivityKindJsonConverter() : KeyJsonConverter<ActivityKind>("kind of activity", text => new ActivityKind(text));
