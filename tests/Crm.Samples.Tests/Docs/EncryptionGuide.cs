using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Encryption;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/encryption.md.</summary>
internal static class EncryptionGuide
{
    public static async Task<string?> FindAsync(IServiceProvider services)
    {
        // docs: encryption-find
        var directory = services.GetRequiredService<CustomerDirectory>();
        await directory.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna.rossi@example.com")] });
        await services.GetRequiredService<ICrmUnitOfWork>().SaveAsync();

        var byMail = await directory.ListAsync(new CustomerCriteria { Key = "Anna.Rossi@example.com" });   // found
        var byName = await directory.ListAsync(new CustomerCriteria { Text = "rossi" });                   // found: a whole word
        // docs: end
        return byMail.Items.Single().DisplayName == byName.Items.Single().DisplayName ? byName.Items[0].DisplayName : null;
    }

    // docs: encryption-rotate
    /// <summary>Once the new key is in the vault: first every process learns it, then every process uses it, then one brings the data over.</summary>
    public static Task<long> BringOverAsync(PersonalDataEncryption encryption, CancellationToken stopping) => encryption.ReencryptAsync(batchSize: 500, stopping);

    public static void Learn(PersonalDataKeys keys, byte[] newKey) => keys.Add("2027-01", newKey);

    public static void Use(PersonalDataKeys keys) => keys.Use("2027-01");
    // docs: end
}

// docs: encryption-context
public sealed class PrivateShopContext(DbContextOptions<PrivateShopContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.EncryptPersonalData(Vault.Keys));
}

public static class Vault
{
    /// <summary>One instance for the life of the process; read the keys from wherever your secrets are kept.</summary>
    public static PersonalDataKeys Keys { get; } = new("2026-11", Secret("CRM_DATA_KEY"), Secret("CRM_INDEX_KEY"));

    private static byte[] Secret(string name) =>
        Convert.FromBase64String(Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"The secret {name} is missing."));
}
// docs: end
