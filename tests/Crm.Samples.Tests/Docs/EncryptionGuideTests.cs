using Crm.Domain.Access;
using Crm.Persistence.EfCore.Encryption;
using Crm.Persistence.EfCore;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/encryption.md says about its examples.</summary>
public sealed class EncryptionGuideTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServiceProvider _services = null!;

    private string File => _folder.File("private.db");

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("CRM_DATA_KEY", Convert.ToBase64String(Enumerable.Repeat((byte)1, PersonalDataKeys.KeyLength).ToArray()));
        Environment.SetEnvironmentVariable("CRM_INDEX_KEY", Convert.ToBase64String(Enumerable.Repeat((byte)2, PersonalDataKeys.KeyLength).ToArray()));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDbContext<PrivateShopContext>(o => o.UseSqlite($"Data Source={File}"));
        services.AddCrm().UseScope(_ => new CrmScope(Actor.Agent("ada", "Ada"))).UseEntityFrameworkCore<PrivateShopContext>(o => o.DispatchInBackground = false);
        _services = services.BuildServiceProvider(validateScopes: true);
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrivateShopContext>().Database.EnsureCrmCreatedAsync();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Guide_FindsWhatNoFileShows_AndChangesItsKey()
    {
        await using (var scope = _services.CreateAsyncScope())
        {
            (await EncryptionGuide.FindAsync(scope.ServiceProvider)).Should().Be("Anna Rossi");
        }

        await using (var scope = _services.CreateAsyncScope())
        {
            EncryptionGuide.Learn(Vault.Keys, Enumerable.Repeat((byte)9, PersonalDataKeys.KeyLength).ToArray());
            EncryptionGuide.Use(Vault.Keys);
            (await EncryptionGuide.BringOverAsync(scope.ServiceProvider.GetRequiredService<PersonalDataEncryption>(), CancellationToken.None)).Should().BePositive();
        }

        SqliteConnection.ClearAllPools();
        var bytes = string.Concat(Directory.GetFiles(_folder.Path).Select(f => System.Text.Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(f))));
        bytes.Should().Contain("crm1$2027-01$").And.NotContain("rossi").And.NotContain("Rossi");
    }
}
