using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class QuoteLineConfiguration(CrmModel model) : IEntityTypeConfiguration<QuoteLine>
{
    public const string Table = "quote_lines";

    // A quote takes percentages with four decimals: a whole number of millionths is exact on every database.
    private static readonly ValueConverter<Percentage, int> s_millionths = new(p => (int)(p.Fraction * 1_000_000), v => new Percentage(v / 1_000_000m));

    public void Configure(EntityTypeBuilder<QuoteLine> builder)
    {
        builder.Part(model, Table, "QuoteId");
        builder.Property<QuoteId>("QuoteId").HasConversion<IdConverter<QuoteId>>();
        builder.HasKey("QuoteId", nameof(QuoteLine.Revision), nameof(QuoteLine.Number)).HasName(model.Name("pk_quote_lines"));
        builder.Property(l => l.Revision).ValueGeneratedNever();
        builder.Property(l => l.Number).ValueGeneratedNever();
        builder.Property(l => l.Sku).HasMaxLength(64);
        builder.Property(l => l.Description).HasMaxLength(200);
        builder.Property(l => l.Quantity).Quantity(model);
        builder.Property(l => l.Discount).HasColumnName("DiscountMillionths").HasConversion(s_millionths);
        builder.Property(l => l.TaxRate).HasColumnName("TaxRateMillionths").HasConversion(s_millionths);
        builder.Money(model, l => l.UnitPrice, "UnitPrice");
        builder.Money(model, l => l.UnitCost, "UnitCost", isRequired: false);
        builder.Money(model, l => l.Gross, "Gross");
        builder.Money(model, l => l.Net, "Net");
        builder.Money(model, l => l.Tax, "Tax");
    }
}
