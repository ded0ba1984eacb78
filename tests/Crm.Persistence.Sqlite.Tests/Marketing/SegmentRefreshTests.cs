using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class SegmentRefreshTests(SqliteFixture fixture) : SegmentRefreshSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
