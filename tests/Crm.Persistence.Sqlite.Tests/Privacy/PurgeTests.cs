using System.Text;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Privacy;
using Microsoft.Data.Sqlite;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

/// <summary>After erasing and purging, nothing of the person is in the bytes of the files.</summary>
public sealed class PurgeTests(SqliteFixture fixture) : CrmSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>
{
    private static readonly string s_key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    [Trait("Check", "CM-13")]
    public async Task Purge_AfterAnErasure_LeavesNothingInTheFiles()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = s_key);
        var (person, _, _) = await PersonalStory.TellAsync(host);
        await using var work = host.Work();
        var path = new SqliteConnectionStringBuilder(host.ConnectionString).DataSource;
        Marks(path).Should().NotBeEmpty();
        (await work.Get<PrivacyOffice>().EraseAsync(person)).Succeeded.Should().BeTrue();
        Marks(path).Should().NotBeEmpty("what was deleted is in free pages and in the log still");
        (await work.Context.Database.PurgeCrmAsync()).Should().BeTrue();
        Marks(path).Should().BeEmpty();
        (await work.Customers.FindAsync(person))!.DisplayName.Should().Be("Erased customer");
    }

    private static List<string> Marks(string path) =>
    [
        .. new[] { path, path + "-wal", path + "-shm", path + "-journal" }.Where(File.Exists)
            .SelectMany(file => PersonalStory.OtherMarks.Append(PersonalStory.Mark).Where(mark => Holds(file, mark)).Select(mark => $"{Path.GetFileName(file)}: {mark}")),
    ];

    private static bool Holds(string file, string mark)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray()).Contains(mark, StringComparison.OrdinalIgnoreCase);
    }
}
