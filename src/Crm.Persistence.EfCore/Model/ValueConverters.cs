using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.Persistence.EfCore.Model;

internal sealed class CurrencyConverter() : ValueConverter<Currency, string>(c => c.Code, code => Currency.FromCode(code));

internal sealed class CountryConverter() : ValueConverter<Country, string>(c => c.Code, code => Country.FromCode(code));

internal sealed class LanguageTagConverter() : ValueConverter<LanguageTag, string>(t => t.Value, value => LanguageTag.Parse(value));

internal sealed class ChannelKeyConverter() : ValueConverter<ChannelKey, string>(c => c.Value, value => new ChannelKey(value));

internal sealed class ActivityKindConverter() : ValueConverter<ActivityKind, string>(k => k.Value, value => new ActivityKind(value));

internal sealed class RecurrenceConverter() : ValueConverter<Recurrence, string>(r => r.ToString(), value => Recurrence.Parse(value));

internal sealed class PurposeKeyConverter() : ValueConverter<PurposeKey, string>(p => p.Value, value => new PurposeKey(value));

internal sealed class CaseStatusConverter() : ValueConverter<CaseStatus, string>(s => s.Value, value => new CaseStatus(value));

internal sealed class CaseNumberConverter() : ValueConverter<CaseNumber, string>(n => n.Value, value => new CaseNumber(value));

internal sealed class VisitNumberConverter() : ValueConverter<VisitNumber, string>(n => n.Value, value => new VisitNumber(value));

internal sealed class OrderNumberConverter() : ValueConverter<OrderNumber, string>(n => n.Value, value => new OrderNumber(value));

internal sealed class SubscriptionNumberConverter() : ValueConverter<SubscriptionNumber, string>(n => n.Value, value => new SubscriptionNumber(value));

internal sealed class QuoteNumberConverter() : ValueConverter<QuoteNumber, string>(n => n.Value, value => new QuoteNumber(value));

/// <summary>A count of 1/10,000, since SQLite compares and sums decimals as text, without any index.</summary>
internal sealed class ScaledDecimalConverter() : ValueConverter<decimal, long>(value => (long)(value * 10_000m), stored => stored / 10_000m);
