using Crm.Persistence.Specification.Querying;

namespace Crm.Persistence.Sqlite.Tests.Querying;

public sealed class IndexUseTests(SqliteFixture fixture) : IndexUseSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
