using Crm.Persistence.Specification.Querying;

namespace Crm.Persistence.Sqlite.Tests.Querying;

public sealed class PagingTests(SqliteFixture fixture) : PagingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
