using Crm.Domain.Values;

namespace Crm.Domain.Privacy;

internal sealed class PurposeKeyJsonConverter() : KeyJsonConverter<PurposeKey>("purpose", text => new PurposeKey(text));
