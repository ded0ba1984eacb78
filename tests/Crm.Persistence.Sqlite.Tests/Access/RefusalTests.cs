using Crm.Persistence.Specification.Access;

namespace Crm.Persistence.Sqlite.Tests.Access;

public sealed class RefusalTests(SqliteFixture fixture) : RefusalSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
