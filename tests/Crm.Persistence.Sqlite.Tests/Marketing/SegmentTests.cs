using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class SegmentTests(SqliteFixture fixture) : SegmentSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
